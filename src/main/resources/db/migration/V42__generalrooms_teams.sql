-- A team whose people were taken into a room, and the people it had when the room last took or left its changes: a later
-- change of the team is offered to the room (product 1).
create table general_room_team (
    room_id uuid   not null references general_room,
    team_id uuid   not null references team on delete cascade,
    people  uuid[] not null,
    primary key (room_id, team_id)
);
create index general_room_team_of_team on general_room_team (team_id);
