-- Somebody without an account who was let in to one thing, as a waiting patient or by a guest link. Their browser holds a
-- cookie with a secret of which only the hash is here. Who has gone has no row.
create table guest (
    id         uuid        primary key,
    purpose    uuid        not null,
    token_hash text        not null unique,
    since      timestamptz not null,
    expires_at timestamptz not null
);
create index guest_of_purpose on guest (purpose);
create index guest_expired on guest (expires_at);
