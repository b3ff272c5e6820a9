-- Which teams a room took is kept for all places alike.
insert into team_use (place, team_id, people) select room_id, team_id, people from general_room_team;
drop table general_room_team;
