-- Rooms of cases, and what cases tell in them by themselves (product 4).
alter table room drop constraint room_kind_check;
alter table room add constraint room_kind_check check (kind in ('GENERAL', 'CASE', 'CASE_FOLLOWER'));
alter table message drop constraint message_kind_check;
alter table message add constraint message_kind_check check (kind in ('TEXT', 'EVENT', 'UPDATE'));
