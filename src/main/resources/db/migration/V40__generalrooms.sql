-- What a general room has beyond being a room. A room of two has its people's ids in it, the lower one first, so that a
-- pair has one such room only.
create table general_room (
    room_id         uuid        primary key references room,
    organization_id uuid        references organization,
    creator_id      uuid        not null references account,
    form_key        uuid        not null,
    description     text        not null,
    managed         boolean     not null,
    pair_low        uuid        references account,
    pair_high       uuid        references account,
    check ((pair_low is null) = (pair_high is null)),
    check (pair_low < pair_high),
    unique (pair_low, pair_high),
    unique (creator_id, form_key)
);
create index general_room_of_organization on general_room (organization_id, room_id) where pair_low is null;
