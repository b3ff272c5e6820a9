-- A team whose people were taken into some place, such as a room, and the people it had when the place last took or left its
-- changes: a later change of the team is offered to the place (product 1).
create table team_use (
    place   uuid   not null,
    team_id uuid   not null references team on delete cascade,
    people  uuid[] not null,
    primary key (place, team_id)
);
create index team_use_of_team on team_use (team_id);
