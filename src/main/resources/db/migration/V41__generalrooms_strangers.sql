-- People without an account who were invited into a room by their e-mail address, and have not answered yet.
create table room_stranger (
    id         uuid        primary key,
    room_id    uuid        not null references room,
    email      text        not null check (email = lower(email)),
    invited_by uuid        not null references account,
    invited_at timestamptz not null,
    unique (room_id, email)
);
