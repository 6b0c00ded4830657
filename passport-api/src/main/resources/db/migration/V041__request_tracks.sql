-- What became of each write of the Ouranos API, by the X-Track of its answer.

create table request_track (
  track_id uuid primary key,
  operator_id text not null references operator,
  accepted_at timestamptz not null,
  succeeded boolean not null
);
create index on request_track (operator_id, accepted_at);
comment on table request_track is 'What became of each write, for a while: written when that is settled, so that one under way, or lost halfway, is not there.';
comment on column request_track.track_id is 'X-Track of the answer.';
comment on column request_track.operator_id is 'Whose write it was; nobody else asks for it.';
comment on column request_track.accepted_at is 'requestCreatedAt: when it came in.';
comment on column request_track.succeeded is 'Whether it is kept; otherwise it was refused and nothing was.';

alter table request_track enable row level security;
create policy only_as_declared on request_track using (operator_id = any (declared_operators()));
grant select, insert, delete on request_track to denchi_service;
