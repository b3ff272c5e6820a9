-- A conversation is a room of its own kind: whose it is, and what the lists of an organization's conversations sort, filter
-- and count by. These follow the room's log in the same transaction, so that a list is one range of an index however many
-- conversations there are; they stand here and not in the room, whose row every message of every kind changes.
create table conversation (
    room_id         uuid        primary key references room,
    organization_id uuid        not null references organization,
    owner_id        uuid        not null references account,
    community       boolean     not null,
    words           tsvector    not null default '',
    open            boolean     not null default true,
    last_sequence   bigint      not null default 0 check (last_sequence >= 0),
    last_activity   timestamptz not null,
    owner_unread    boolean     not null default false,
    owner_archived  boolean     not null default false,
    awaiting_since  timestamptz,
    answered_by     uuid        references account,
    closed_by       uuid        references account,
    closed_at       timestamptz,
    claimed_by      uuid        references account,
    claimed_at      timestamptz,
    created_by      uuid        not null references account,
    created_at      timestamptz not null,
    form_key        uuid        not null,
    unique (created_by, form_key),
    check (open = (closed_by is null) and open = (closed_at is null)),
    check ((claimed_by is null) = (claimed_at is null)),
    check (answered_by <> owner_id)
) with (fillfactor = 70);
create index conversation_list on conversation (organization_id, open, last_activity desc, room_id desc);
create index conversation_of_owner on conversation (owner_id, open, last_activity desc, room_id desc);
create index conversation_at_hand on conversation (organization_id, last_activity desc, room_id desc) where open and not owner_archived;
create index conversation_at_hand_of_owner on conversation (owner_id, last_activity desc, room_id desc) where open and not owner_archived;
create index conversation_owners on conversation (organization_id, owner_id);
create index conversation_claimed on conversation (claimed_by) where claimed_by is not null;
create index conversation_unread on conversation (organization_id, last_activity desc, room_id desc) where open and owner_unread;
create index conversation_unread_of_owner on conversation (owner_id, last_activity desc, room_id desc) where open and owner_unread;
create index conversation_awaiting on conversation (organization_id, awaiting_since, room_id) where open and awaiting_since is not null;
create index conversation_archived on conversation (organization_id, last_activity desc, room_id desc) where open and owner_archived;
create index conversation_words on conversation using gin (words) with (fastupdate = off);

-- Whoever owns a conversation runs it (participant.manager): those that somebody is in without owning them are few.
create index participant_of_others on participant (person_id) where in_conversation and not manager and state = 'IN';

-- What colleagues tell each other beside a conversation; it never stands in the room's log, whose numbers clients count along.
create table conversation_note (
    room_id    uuid        not null references conversation,
    number     bigint      not null check (number > 0),
    author_id  uuid        not null references account,
    client_key uuid        not null,
    body       text        not null check (length(body) between 1 and 10000),
    written_at timestamptz not null,
    primary key (room_id, number),
    unique (room_id, author_id, client_key)
);

-- Who asks a conversation's owner to be added.
create table conversation_request (
    room_id   uuid        not null references conversation,
    person_id uuid        not null references account,
    asked_at  timestamptz not null,
    primary key (room_id, person_id)
);
