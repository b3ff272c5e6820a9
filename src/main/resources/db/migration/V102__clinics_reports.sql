-- For reports: what is over, by when the caller came.
create index consultation_report on consultation (clinic_id, arrived_at) where status = 'ENDED';
