-- Whether a room may hold something unread for somebody. A message raises it for those for whom it is not raised, and a list
-- that finds too many raised in vain lowers them: so the rooms with something unread are one range of an index, however many
-- rooms somebody is in, and neither a message nor a reading mark writes a row more for it as a rule.
alter table participant add column maybe_unread boolean not null default true;
create index participant_maybe_unread on participant (person_id) where maybe_unread;
create index participant_not_unread on participant (room_id) where not maybe_unread;
