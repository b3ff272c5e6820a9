-- A form that is sent twice sets up one follower room.
alter table follower_group add column form_key uuid not null default gen_random_uuid();
alter table follower_group alter column form_key drop default;
alter table follower_group add constraint follower_group_form unique (case_id, form_key);

-- Which fields each follower group gets: singly, or with their task. Whatever asks for it in SQL asks here.
create view follower_group_gets as
    select g.id as group_id, g.room_id, g.case_id, f.id as field_id
    from follower_group g join case_field f on f.case_id = g.case_id
    where exists (select from follower_group_field s where s.group_id = g.id and s.field_id = f.id)
       or exists (select from follower_group_task w where w.group_id = g.id and w.task_id = f.task_id);
