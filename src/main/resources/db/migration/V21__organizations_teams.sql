-- A named, reusable list of people; adding a team somewhere copies its people (product 1).
create table team (
    id              uuid        primary key,
    organization_id uuid        not null references organization,
    owner_id        uuid        not null references account,
    name            text        not null check (name <> ''),
    shared          boolean     not null,
    changed_at      timestamptz not null,
    changed_by      uuid        not null references account
);
create unique index team_shared_name on team (organization_id, lower(name)) where shared;
create unique index team_personal_name on team (organization_id, owner_id, lower(name)) where not shared;

create table team_person (
    team_id   uuid not null references team on delete cascade,
    person_id uuid not null references account,
    primary key (team_id, person_id)
);
