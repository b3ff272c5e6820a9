-- What followers ask the admins of their case for: one open request for each person, group and action.
create table case_request (
    id          uuid        primary key,
    case_id     uuid        not null references care_case,
    group_id    uuid        not null references follower_group on delete cascade,
    person_id   uuid        not null references account,
    action      text        not null,
    asked_at    timestamptz not null,
    answered_at timestamptz,
    answered_by uuid        references account,
    check ((answered_at is null) = (answered_by is null))
);
create unique index case_request_open on case_request (group_id, person_id, action) where answered_at is null;
create index case_request_of_case on case_request (case_id) where answered_at is null;
