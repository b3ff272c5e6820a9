-- Who changed which setting, and when (product 1: "Every settings change shows who made it and when").
create table settings_change (
    id              uuid        primary key,
    organization_id uuid        not null references organization,
    member_id       uuid,
    changed_at      timestamptz not null,
    changed_by      uuid        not null references account,
    -- A key of the message bundles, and what its sentence names: texts marked '=' and keys of further words marked '@'.
    what            text        not null,
    arguments       text[]      not null
);
create index settings_change_listed on settings_change (organization_id, id desc);
create index settings_change_member on settings_change (member_id, id desc);

-- Permissions that are saved under a name, to be applied to members.
create table permission_set (
    id              uuid        primary key,
    organization_id uuid        not null references organization,
    name            text        not null check (name <> ''),
    permissions     text[]      not null,
    changed_at      timestamptz not null,
    changed_by      uuid        not null references account,
    check (not permissions @> '{ORGANIZATION_CHAT}'
           or permissions @> '{SEARCH_CLIENTS,SEE_CLIENTS,ACCESS_CONVERSATIONS}')
);
create unique index permission_set_name on permission_set (organization_id, lower(name));

-- The links of first starts, until one is used. Of a link only the hash is kept.
create table setup_link (
    token_hash text        primary key,
    expires_at timestamptz not null
);
