-- An account is staff or client, never both (product 1): so that whoever refers to one can say of which kind it has to be.
alter table account add constraint account_of_kind unique (id, kind);

-- A client is a record of one organization; with an account they chat (product 5). The provider is a member of the same
-- organization; that they are an active one is kept by the code, which asks for a successor when they are not any more.
create table client (
    id              uuid        primary key,
    organization_id uuid        not null references organization,
    name            text        not null check (name <> ''),
    sort_name       text        not null generated always as (lower(name)) stored,
    email           text        not null check (email = lower(email)),
    phone           text        not null,
    provider_id     uuid        not null,
    account_id      uuid,
    account_kind    text        not null default 'CLIENT' check (account_kind = 'CLIENT'),
    chat_on         boolean     not null,
    form_key        uuid        not null,
    since           timestamptz not null,
    added_by        uuid        not null references account,
    changed_at      timestamptz not null,
    changed_by      uuid        not null references account,
    check (email <> '' or phone <> ''),
    unique (id, organization_id, sort_name),
    unique (account_id, organization_id),
    unique (added_by, form_key),
    foreign key (account_id, account_kind) references account (id, kind)
);
create unique index client_email on client (organization_id, email) where email <> '';
create index client_list on client (organization_id, sort_name, id);
create index client_choice on client (organization_id, sort_name, id) where account_id is not null;
create index client_of_provider on client (provider_id, organization_id);

-- Whose clients they are: the provider's and the care team's. It holds the name by which lists are sorted, so that a person's
-- own list is one range of an index however many clients there are.
create table client_person (
    client_id       uuid not null,
    organization_id uuid not null,
    person_id       uuid not null,
    sort_name       text not null,
    primary key (client_id, person_id),
    foreign key (client_id, organization_id, sort_name) references client (id, organization_id, sort_name) on update cascade,
    foreign key (organization_id, person_id) references member (organization_id, person_id)
);
create index client_person_list on client_person (person_id, organization_id, sort_name, client_id);
alter table client add constraint client_is_of_provider foreign key (id, provider_id)
    references client_person (client_id, person_id) deferrable initially deferred;

-- By what a client is found: each word of the name, the e-mail address, and the phone's digits from each of them on. All
-- that begins with what was typed is one range of the key, whose order is that of the bytes.
create table client_word (
    organization_id uuid not null references organization,
    word            text collate "C" not null check (word <> ''),
    client_id       uuid not null references client,
    primary key (organization_id, word, client_id)
);
create index client_word_of_client on client_word (client_id);
