-- Somebody was invited to something and has not answered yet. Of the link only the hash is kept.
create table invitation (
    id         uuid        primary key,
    kind       text        not null,
    subject    uuid        not null,
    email      text        not null check (email = lower(email)),
    token_hash text        not null unique,
    invited_by uuid        not null references account,
    expires_at timestamptz not null,
    unique (kind, subject, email)
);

-- Links with which a person sets a new password without the old one. Of the link only the hash is kept.
create table password_link (
    token_hash text        primary key,
    account_id uuid        not null references account,
    expires_at timestamptz not null
);
create index password_link_account on password_link (account_id);
