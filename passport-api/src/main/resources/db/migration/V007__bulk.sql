create table bulk (
  id uuid primary key,
  operator_id text not null references operator,
  key text not null,
  kind text not null,
  sending integer not null,
  state text not null,
  reason text,
  accepted bigint not null,
  repeated bigint not null,
  refused bigint not null,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  unique (operator_id, key)
);
comment on table bulk is 'Uploads of many records: how far each is. What they brought is in record, as from single posts.';
comment on column bulk.id is 'Part of the idempotency key of each line.';
comment on column bulk.operator_id is 'Whose upload it is; nobody else sees it.';
comment on column bulk.key is 'The Idempotency-Key of the upload: the same key continues it.';
comment on column bulk.kind is 'The kind of record; a key stays with its kind.';
comment on column bulk.sending is 'How often it was sent. Only the newest sending writes on: an older one, whose connection may hang for minutes, stops.';
comment on column bulk.state is 'running, finished, interrupted (send it again) or stopped (change it first).';
comment on column bulk.reason is 'Why it was interrupted or stopped.';
comment on column bulk.accepted is 'Lines of this sending that made a record.';
comment on column bulk.repeated is 'Lines of this sending that an earlier line or sending made a record of.';
comment on column bulk.refused is 'Lines of this sending that made none.';
comment on column bulk.started_at is 'When it was first sent.';
comment on column bulk.updated_at is 'When the counters last moved.';

create table bulk_line (
  bulk_id uuid not null references bulk,
  line bigint not null,
  status text not null,
  record_id uuid,
  problem text,
  primary key (bulk_id, line)
);
comment on table bulk_line is 'What became of each line. Written after its record: a line that is missing here is answered when the upload is sent again.';
comment on column bulk_line.bulk_id is 'The upload.';
comment on column bulk_line.line is 'The line of the file, from 1.';
comment on column bulk_line.status is 'accepted, repeated or refused.';
comment on column bulk_line.record_id is 'The record that the line made; null when it was refused.';
comment on column bulk_line.problem is 'The problem detail of a refused line as JSON, cut to a size that a bad file cannot choose.';
