-- Organizations are not listed to strangers: they ask to join by the code or by an address of the mail domain (product 1).
create table organization (
    id          uuid        primary key,
    name        text        not null check (name <> ''),
    plan        text        not null check (plan in ('PREMIUM', 'FREE')),
    code        text        unique check (code = upper(code) and code <> ''),
    mail_domain text        unique check (mail_domain = lower(mail_domain) and mail_domain <> ''),
    created_at  timestamptz not null
);

-- Who belongs to an organization. Somebody invited has no account here until they accept; nobody is ever deleted after that.
create table member (
    id              uuid        primary key,
    organization_id uuid        not null references organization,
    person_id       uuid        references account,
    invited_email   text        check (invited_email = lower(invited_email)),
    invited_name    text,
    level           text        not null check (level in ('ADMIN', 'MEMBER')),
    status          text        not null check (status in ('INVITED', 'PENDING', 'ACTIVE', 'DEACTIVATED')),
    job_role        text        not null,
    permissions     text[]      not null,
    since           timestamptz not null,
    changed_at      timestamptz not null,
    changed_by      uuid        references account,
    unique (organization_id, person_id),
    check ((status = 'INVITED') = (person_id is null)),
    check (person_id is not null or invited_email is not null),
    -- The prerequisites of Organization Chat (product 1).
    check (not permissions @> '{ORGANIZATION_CHAT}'
           or permissions @> '{SEARCH_CLIENTS,SEE_CLIENTS,ACCESS_CONVERSATIONS}')
);
create unique index member_invited on member (organization_id, invited_email) where status = 'INVITED';
create index member_person on member (person_id);
create index member_listed on member (organization_id, status);
