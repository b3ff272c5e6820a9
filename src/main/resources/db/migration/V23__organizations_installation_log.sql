-- The operator's changes of the installation, some of which concern no organization, and what somebody without an account did.
alter table settings_change alter column organization_id drop not null;
alter table settings_change alter column changed_by drop not null;
alter table settings_change add column installation boolean not null default false;
alter table settings_change add check (organization_id is not null or installation);
create index settings_change_installation on settings_change (id desc) where installation;
