-- A case copies the tasks and fields of its workflow, so that a later change of that leaves it alone (product 4). Its admins
-- are those in its room, its followers those in the rooms of its groups.
create table care_case (
    id              uuid        primary key,
    organization_id uuid        not null references organization,
    room_id         uuid        not null unique references room,
    workflow_id     uuid        references workflow on delete set null,
    workflow_name   text        not null,
    name            text        not null check (name <> ''),
    unos_id         text        not null,
    match_id        text        not null,
    opo             text        not null,
    stage           text        not null,
    stages          text[]      not null,
    tags            text[]      not null,
    possible_tags   text[]      not null,
    open            boolean     not null,
    form_key        uuid        not null,
    created_by      uuid        not null references account,
    created_at      timestamptz not null,
    unique (created_by, form_key)
);
create index care_case_of_organization on care_case (organization_id, open, id desc);

-- Who has to do with which case, so that a person's list is one range of an index however many cases there are. Kept by
-- what happens in the case's rooms.
create table case_person (
    person_id uuid    not null references account,
    case_id   uuid    not null references care_case,
    admin     boolean not null,
    open      boolean not null,
    primary key (person_id, case_id)
);
create index case_person_list on case_person (person_id, open, case_id desc);

create table case_task (
    id           uuid        primary key,
    case_id      uuid        not null references care_case,
    position     int         not null,
    name         text        not null,
    completed_at timestamptz,
    completed_by uuid        references account,
    unique (case_id, position),
    check ((completed_at is null) = (completed_by is null))
);

create table case_field (
    id         uuid        primary key,
    case_id    uuid        not null references care_case,
    task_id    uuid        not null references case_task,
    position   int         not null,
    label      text        not null,
    type       text        not null,
    mandatory  boolean     not null,
    choices    text[]      not null,
    value      text        not null default '',
    version    int         not null default 0,
    changed_at timestamptz,
    changed_by uuid        references account,
    unique (task_id, position),
    unique (case_id, label)
) with (fillfactor = 80);

-- What is told by whom, newest last: every change of a field, task, membership or group.
create table case_event (
    case_id uuid        not null references care_case,
    id      uuid        not null,
    at      timestamptz not null,
    by      uuid        not null references account,
    kind    text        not null,
    task_id uuid        references case_task,
    field_id uuid       references case_field,
    subject text        not null,
    before  text        not null,
    after   text        not null,
    primary key (case_id, id)
);

-- A follower group has a room of its own, which bears its name. It gets whole tasks and single fields, and nothing else.
create table follower_group (
    id         uuid        primary key,
    case_id    uuid        not null references care_case,
    room_id    uuid        not null unique references room,
    may_edit   boolean     not null,
    created_by uuid        not null references account,
    created_at timestamptz not null
);
create index follower_group_of_case on follower_group (case_id);

create table follower_group_task (
    group_id uuid not null references follower_group on delete cascade,
    task_id  uuid not null references case_task,
    primary key (group_id, task_id)
);
create index follower_group_of_task on follower_group_task (task_id);

create table follower_group_field (
    group_id uuid not null references follower_group on delete cascade,
    field_id uuid not null references case_field,
    primary key (group_id, field_id)
);
create index follower_group_of_field on follower_group_field (field_id);
