-- A pair has another room once one of the two may not be in the one that they have, for they left its organization: one
-- room of two in each organization at most.
alter table general_room drop constraint general_room_pair_low_pair_high_key;
create unique index general_room_of_pair on general_room (pair_low, pair_high, organization_id) nulls not distinct
    where pair_low is not null;
