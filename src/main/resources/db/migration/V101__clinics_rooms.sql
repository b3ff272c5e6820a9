-- Meeting rooms, and the user rooms of single members (seed 002): static, there before they are used, each with an address of its own.
create table clinic_room (
    id         uuid        primary key,
    clinic_id  uuid        not null references clinic,
    kind       text        not null check (kind in ('MEETING_ROOM', 'USER_ROOM')),
    name       text        not null check (name <> ''),
    owner_id   uuid        references account,
    knocks     boolean     not null,
    created_by uuid        not null references account,
    created_at timestamptz not null,
    removed_at timestamptz,
    check ((kind = 'USER_ROOM') = (owner_id is not null)),
    check (kind = 'MEETING_ROOM' or knocks)
);
create unique index clinic_room_name on clinic_room (clinic_id, lower(name)) where removed_at is null and kind = 'MEETING_ROOM';
create unique index clinic_room_of_user on clinic_room (clinic_id, owner_id) where removed_at is null and kind = 'USER_ROOM';
create index clinic_room_list on clinic_room (clinic_id, lower(name)) where removed_at is null;

-- Links by which people without an account come into a room or a consultation; of each only the hash is here.
create table guest_link (
    id              uuid        primary key,
    room_id         uuid        references clinic_room,
    consultation_id uuid        references consultation,
    token_hash      text        not null unique,
    created_by      uuid        not null references account,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    revoked_at      timestamptz,
    check ((room_id is null) <> (consultation_id is null))
);
create index guest_link_of_room on guest_link (room_id, created_at) where room_id is not null;
create index guest_link_of_consultation on guest_link (consultation_id) where consultation_id is not null;

-- Who came by a link; a name once they have said one, which is forgotten with them.
create table link_guest (
    guest_id uuid primary key,
    link_id  uuid not null references guest_link,
    name     text not null
);
create index guest_of_link on link_guest (link_id);
