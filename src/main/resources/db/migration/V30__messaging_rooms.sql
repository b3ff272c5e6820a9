-- A room is a log of messages numbered 1, 2, 3 … without a gap. Its row is locked while a message takes its number, so
-- numbers become visible in order. No index may stand on the columns that every message changes, so that these updates
-- stay within the page (heap-only tuples).
create table room (
    id            uuid        primary key,
    kind          text        not null check (kind in ('GENERAL')),
    name          text        not null,
    open          boolean     not null,
    last_sequence bigint      not null default 0 check (last_sequence >= 0),
    last_change   bigint      not null default 0 check (last_change >= 0),
    last_activity timestamptz not null,
    created_at    timestamptz not null
) with (fillfactor = 50);

-- Who is in a room, how far each has read it, and how each wants it.
create table participant (
    room_id    uuid        not null references room,
    person_id  uuid        not null references account,
    state      text        not null check (state in ('INVITED', 'IN', 'SUSPENDED', 'OUT')),
    manager    boolean     not null default false,
    outside    boolean     not null default false,
    added_by   uuid        references account,
    since      timestamptz not null,
    read_up_to bigint      not null default 0 check (read_up_to >= 0),
    muted      boolean     not null default false,
    primary key (room_id, person_id)
) with (fillfactor = 70);
create index participant_of_person on participant (person_id, state);

create table message (
    room_id    uuid        not null references room,
    sequence   bigint      not null check (sequence > 0),
    id         uuid        not null unique,
    author_id  uuid        not null references account,
    client_key uuid        not null,
    kind       text        not null check (kind in ('TEXT', 'EVENT')),
    body       text        not null check (length(body) <= 10000),
    details    jsonb,
    quotes     bigint,
    sent_at    timestamptz not null,
    changed    bigint      not null default 0 check (changed >= 0),
    edited_at  timestamptz,
    deleted_at timestamptz,
    primary key (room_id, sequence),
    unique (room_id, author_id, client_key),
    foreign key (room_id, quotes) references message (room_id, sequence)
);
create index message_changes on message (room_id, changed) where changed > 0;

-- The texts that a message had before its edits.
create table earlier_text (
    room_id     uuid        not null,
    sequence    bigint      not null,
    changed     bigint      not null,
    body        text        not null,
    replaced_at timestamptz not null,
    primary key (room_id, sequence, changed),
    foreign key (room_id, sequence) references message (room_id, sequence)
);

-- Who had read up to where, and when; only ever added to.
create table read_mark (
    room_id   uuid        not null references room,
    person_id uuid        not null references account,
    up_to     bigint      not null check (up_to > 0),
    read_at   timestamptz not null,
    primary key (room_id, person_id, up_to)
);
