-- Who was asked and did not want to come is not brought back by others' writing, as one is who left.
alter table participant drop constraint participant_state_check;
alter table participant add constraint participant_state_check
    check (state in ('INVITED', 'IN', 'SUSPENDED', 'OUT', 'DECLINED'));
