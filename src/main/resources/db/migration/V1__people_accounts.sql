-- What a person signs in with, and what their pages are set to.
create table account (
    id            uuid        primary key,
    email         text        not null unique check (email = lower(email)),
    name          text        not null check (name <> ''),
    kind          text        not null check (kind in ('STAFF', 'CLIENT')),
    password_hash text,
    premium       boolean     not null default false,
    operator      boolean     not null default false,
    language      text        not null,
    zone          text        not null,
    created_at    timestamptz not null
);
