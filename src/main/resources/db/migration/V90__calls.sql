-- Calls and who sits in them. Every change of who is in locks the call's row first, so that six seats are six under any
-- concurrency. When a call ends its chat goes, and so do the names; times and who it was stay, for reports.
create table call (
    id            uuid        primary key,
    place_kind    text        not null check (place_kind in ('CONSULTATION', 'MEETING_ROOM', 'USER_ROOM')),
    place_id      uuid        not null,
    begun_at      timestamptz not null,
    ended_at      timestamptz check (ended_at >= begun_at),
    locked        boolean     not null default false,
    chat_sequence bigint      not null default 0 check (chat_sequence >= 0)
);
create unique index call_open on call (place_kind, place_id) where ended_at is null;
create index call_of_place on call (place_id);

-- A seat belongs to one open page of a person or a guest (so there is no foreign key); a page that takes over gets a new one.
create table seat (
    id           uuid        primary key,
    call_id      uuid        not null references call,
    person_id    uuid        not null,
    name         text        not null,
    host         boolean     not null,
    state        text        not null check (state in ('KNOCKING', 'SEATED', 'HELD', 'LEFT', 'REMOVED', 'MOVED')),
    since        timestamptz not null,
    left_at      timestamptz,
    last_seen_at timestamptz not null,
    away         boolean     not null default false,
    muted        boolean     not null default false,
    muted_by     text,
    camera_off   boolean     not null default false,
    sharing      boolean     not null default false,
    admitted     boolean     not null,
    chat_from    bigint check (chat_from >= 0),
    check ((left_at is null) = (state in ('KNOCKING', 'SEATED', 'HELD'))),
    check (state not in ('SEATED', 'HELD') or admitted),
    check (state <> 'SEATED' or chat_from is not null)
) with (fillfactor = 70);
create unique index seat_live on seat (call_id, person_id) where state in ('KNOCKING', 'SEATED', 'HELD');
create index seat_of_call on seat (call_id, id);
create index seat_watched on seat (last_seen_at) where state in ('KNOCKING', 'SEATED', 'HELD');

create table call_message (
    call_id    uuid        not null references call,
    sequence   bigint      not null check (sequence > 0),
    seat_id    uuid        not null references seat,
    name       text        not null,
    body       text        not null check (length(body) between 1 and 2000),
    client_key uuid        not null,
    sent_at    timestamptz not null,
    primary key (call_id, sequence),
    unique (seat_id, client_key)
);
