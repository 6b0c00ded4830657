-- Places in status lists for records that operators sign themselves: given out before, as a token names its place in what is signed.

create table status_place (
  operator_id text not null,
  segment text not null,
  place integer not null,
  reserved_at timestamptz not null,
  request_key text,
  request_sha256 text,
  record_id uuid,
  version integer,
  primary key (operator_id, segment, place),
  foreign key (operator_id, segment) references status_segment,
  unique (record_id, version),
  check ((record_id is null) = (version is null)),
  check ((request_key is null) = (request_sha256 is null))
);
create index on status_place (operator_id, reserved_at) where record_id is null;
create index on status_place (operator_id, request_key) where request_key is not null;
comment on table status_place is 'The places that an operator asked for. Records that the service signs have theirs straight from a block, and no row here.';
comment on column status_place.operator_id is 'Whose it is; nobody else''s record may name it.';
comment on column status_place.segment is 'In which of the operator''s lists.';
comment on column status_place.place is 'The statusListIndex that the token is going to name. Drawn from a block, hence never given out twice.';
comment on column status_place.reserved_at is 'When it was asked for. It is never taken back: the token that names it may be on its way.';
comment on column status_place.request_key is 'The Idempotency-Key it was asked for with, so that the same request is answered with the same places.';
comment on column status_place.request_sha256 is 'Of that request.';
comment on column status_place.record_id is 'Which record names it; null until it is taken in.';
comment on column status_place.version is 'Which version of it; written in the transaction that keeps the version.';

alter table status_place enable row level security;
create policy only_as_declared on status_place using (operator_id = any (declared_operators()));
create policy used_once on status_place as restrictive for update
  using (operator_id = any (declared_operators()) and record_id is null)
  with check (operator_id = any (declared_operators()));
grant select, insert, update (record_id, version) on status_place to denchi_service;
