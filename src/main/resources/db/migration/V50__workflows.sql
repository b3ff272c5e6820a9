-- An organization's templates, from which its cases are set up (product 4). A definition is read and written as a whole.
create table workflow (
    id              uuid        primary key,
    organization_id uuid        not null references organization,
    name            text        not null check (name <> ''),
    definition      jsonb       not null,
    version         int         not null check (version > 0),
    changed_by      uuid        not null references account,
    changed_at      timestamptz not null
);
create unique index workflow_name on workflow (organization_id, lower(name));
