-- A clinic of an organization, with its one waiting area (seed 002, product 6).
create table clinic (
    id               uuid        primary key,
    organization_id  uuid        not null references organization,
    slug             text        not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
    name             text        not null check (name <> ''),
    zone             text        not null,
    waiting_area_on  boolean     not null,
    terms            text        not null,
    support          text        not null,
    emergency_number text        not null,
    shows_position   boolean     not null,
    confirms_join    boolean     not null,
    patience_minutes integer     not null check (patience_minutes between 1 and 120),
    retention_hours  integer     not null check (retention_hours between 0 and 720),
    form_key         uuid        not null unique,
    since            timestamptz not null,
    changed_at       timestamptz not null,
    changed_by       uuid        not null references account
);
create index clinic_of_organization on clinic (organization_id);

-- When the waiting area is open on a weekday (ISO 8601: 1 is Monday), in minutes of the clinic's own day; no row: closed.
create table clinic_hours (
    clinic_id uuid    not null references clinic,
    weekday   integer not null check (weekday between 1 and 7),
    opens     integer not null check (opens between 0 and 1439),
    closes    integer not null check (closes between 1 and 1440),
    primary key (clinic_id, weekday),
    check (opens < closes)
);

-- What a clinic asks its callers besides name and phone, in this order.
create table clinic_entry_field (
    clinic_id uuid    not null references clinic,
    place     integer not null,
    label     text    not null check (label <> ''),
    kind      text    not null check (kind in ('TEXT', 'LONG_TEXT', 'DATE', 'NUMBER', 'YES_NO')),
    required  boolean not null,
    primary key (clinic_id, place)
);

create table clinic_member (
    clinic_id       uuid        not null references clinic,
    organization_id uuid        not null,
    person_id       uuid        not null,
    role            text        not null check (role in ('ADMINISTRATOR', 'TEAM_MEMBER')),
    since           timestamptz not null,
    primary key (clinic_id, person_id),
    foreign key (organization_id, person_id) references member (organization_id, person_id)
);
create index clinic_of_member on clinic_member (person_id);

-- The clinic's counter of what changes in its waiting area: its row is locked until the commit, so that numbers are seen in order.
create table clinic_waiting (
    clinic_id uuid   primary key references clinic,
    changed   bigint not null
);

-- A caller's place in the waiting area and what became of it. Once it has ended, names, phone and whatever else was typed are
-- erased after the clinic's retention; times and staff stay.
create table consultation (
    id            uuid        primary key,
    clinic_id     uuid        not null references clinic,
    guest_id      uuid        not null unique,
    form_key      uuid        not null,
    first_name    text        not null,
    last_name     text        not null,
    phone         text        not null,
    note          text        not null,
    status        text        not null check (status in ('WAITING', 'BEING_SEEN', 'ON_HOLD', 'ENDED')),
    arrived_at    timestamptz not null,
    status_since  timestamptz not null,
    last_seen_at  timestamptz not null,
    away_at       timestamptz,
    seen_with     text        not null,
    joining_id    uuid        references account,
    joining_at    timestamptz,
    first_seen_at timestamptz,
    ended_at      timestamptz,
    ended_how     text        check (ended_how in ('BY_STAFF', 'BY_CALLER', 'REMOVED', 'ABANDONED')),
    joined_into   uuid        references consultation,
    notices       integer     not null,
    changed       bigint      not null,
    erased_at     timestamptz,
    unique (clinic_id, form_key),
    check ((status = 'ENDED') = (ended_at is not null)),
    check ((status = 'ENDED') = (ended_how is not null)),
    check (erased_at is null or first_name = '' and last_name = '' and phone = '' and note = '')
);
create index consultation_open on consultation (clinic_id, arrived_at, id) where status <> 'ENDED';
create index consultation_changed on consultation (clinic_id, changed);
create index consultation_to_erase on consultation (ended_at) where status = 'ENDED' and erased_at is null;
create index consultation_seen on consultation (clinic_id, first_seen_at) where first_seen_at is not null;
create index consultation_joined on consultation (joined_into) where joined_into is not null;

create table consultation_answer (
    consultation_id uuid    not null references consultation,
    place           integer not null,
    label           text    not null,
    kind            text    not null,
    value           text    not null,
    primary key (consultation_id, place)
);

-- Texts on the caller's waiting screen.
create table consultation_notice (
    consultation_id uuid        not null references consultation,
    number          integer     not null,
    body            text        not null,
    sent_by         uuid        not null references account,
    sent_at         timestamptz not null,
    primary key (consultation_id, number)
);

-- What happened, for the activity log: by whom of the staff, or by the caller.
create table consultation_event (
    id              uuid        primary key,
    consultation_id uuid        not null references consultation,
    happened_at     timestamptz not null,
    kind            text        not null,
    person_id       uuid        references account,
    detail          text        not null
);
create index consultation_event_of on consultation_event (consultation_id, id);
