-- Conversations with clients (product 5). A message written on behalf of somebody keeps both of them for ever, and both
-- names as everybody read them then, whatever becomes of either.
alter table room drop constraint room_kind_check;
alter table room add constraint room_kind_check check (kind in ('GENERAL', 'CASE', 'CASE_FOLLOWER', 'CONVERSATION'));
alter table message add column on_behalf_of uuid references account;
alter table message add column writer_name text;
alter table message add column owner_name text;
alter table message add constraint message_on_behalf_check
    check ((on_behalf_of is null) = (writer_name is null) and (on_behalf_of is null) = (owner_name is null)
           and (on_behalf_of is null or kind = 'TEXT' and on_behalf_of <> author_id));

-- Conversations are listed and counted apart from other rooms, and archived by each for themselves until the next message.
alter table participant add column in_conversation boolean not null default false;
alter table participant add column archived_up_to bigint not null default 0 check (archived_up_to >= 0);
drop index participant_maybe_unread;
create index participant_maybe_unread on participant (person_id, in_conversation) where maybe_unread;
