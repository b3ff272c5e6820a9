-- Addresses that clinics had, which stay theirs: old letters and QR codes lead on.
create table clinic_former_slug (
    slug      text primary key,
    clinic_id uuid not null references clinic
);
