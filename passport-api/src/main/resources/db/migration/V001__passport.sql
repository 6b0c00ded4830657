-- PostgreSQL only. Append-only: a change is a new file.

create table operator (
  id text primary key,
  name text not null,
  economic_operator_id text not null
);
comment on table operator is 'The economic operators this service keeps records for: its tenants.';
comment on column operator.id is 'The tenant id, part of the operator''s DID.';
comment on column operator.name is 'The company''s name, as in its certificate.';
comment on column operator.economic_operator_id is 'The identifier that readers see (EN 18223 economicOperatorId).';

create table record (
  record_id uuid not null,
  version integer not null check (version > 0),
  kind text not null,
  operator_id text not null references operator,
  subject text not null,
  token text not null,
  sha256 text not null,
  issued_at timestamptz not null,
  submitted_by text not null,
  service_provider text not null,
  primary key (record_id, version)
);
-- A token is base64: trying to compress it costs much and gains little.
alter table record alter column token set storage external;
comment on table record is 'Every version of every record, never overwritten, never deleted.';
comment on column record.record_id is 'The record through all its versions.';
comment on column record.version is 'From 1, without gaps.';
comment on column record.kind is 'battery-model, carbon-footprint, recycled-content, due-diligence, battery or condition.';
comment on column record.operator_id is 'The responsible operator: whose record it is, and who signed it.';
comment on column record.subject is 'What it speaks about, as URN.';
comment on column record.token is 'The SD-JWT with all disclosures, exactly as signed.';
comment on column record.sha256 is 'SHA-256 of the issuer''s JWT, hexadecimal; the next version names it.';
comment on column record.issued_at is 'The iat of the token.';
comment on column record.submitted_by is 'Who sent it in: his operator, and the id of his API key, or issuer and subject of his token. For the operator and authorities only.';
comment on column record.service_provider is 'Who ran this service then.';

create table record_head (
  subject text primary key,
  record_id uuid not null unique,
  version integer not null,
  operator_id text not null references operator
);
comment on table record_head is 'The current version of each record. A new version wins by updating this row where the version is still the one it follows.';
comment on column record_head.subject is 'One subject has one record.';
comment on column record_head.record_id is 'Its record.';
comment on column record_head.version is 'The newest version in table record.';
comment on column record_head.operator_id is 'Whose it is.';

create table passport (
  subject text primary key,
  product_identifier text not null unique,
  operator_id text not null,
  marked_for_deletion_at timestamptz
);
comment on table passport is 'Projection: finds a passport by its product identifier (EN 18222 ReadDPPByProductId).';
comment on column passport.subject is 'The passport identifier, urn:uuid.';
comment on column passport.product_identifier is 'The unique product identifier; it never changes and is never given twice.';
comment on column passport.operator_id is 'Whose it is; no foreign key, as the row comes with its head.';
comment on column passport.marked_for_deletion_at is 'When its battery''s last version was issued (EN 18222 DeleteDPPById); null while there is a passport. The row stays: a product identifier is never given twice.';

create table battery_model (
  subject text primary key,
  operator_id text not null references operator,
  model_id text not null,
  battery_category text not null,
  issued_at timestamptz not null
);
create index on battery_model (operator_id, model_id);
comment on table battery_model is 'Projection: the models whose passports are on offer in the dataspace.';
comment on column battery_model.subject is 'The subject of the battery-model record.';
comment on column battery_model.operator_id is 'Whose model it is.';
comment on column battery_model.model_id is 'The manufacturerPartId of the dataspace.';
comment on column battery_model.battery_category is 'EV, LMT, INDUSTRIAL or STATIONARY.';
comment on column battery_model.issued_at is 'When the current version was issued.';

create table idempotency_key (
  operator_id text not null references operator,
  key text not null,
  request_sha256 text not null,
  record_id uuid not null,
  version integer not null,
  created_at timestamptz not null default now(),
  primary key (operator_id, key)
);
comment on table idempotency_key is 'What was answered to a request with an Idempotency-Key, kept in the transaction of the record itself.';
comment on column idempotency_key.operator_id is 'Keys of two operators never meet.';
comment on column idempotency_key.key is 'As the caller chose it.';
comment on column idempotency_key.request_sha256 is 'Method, path and body: the same key with other bytes is refused.';
comment on column idempotency_key.record_id is 'The record that the request made.';
comment on column idempotency_key.version is 'The version that the request made.';
comment on column idempotency_key.created_at is 'For a later clean-up of old keys.';

create table outbox (
  position bigint generated always as identity primary key,
  id text not null,
  aggregatetype text not null,
  aggregateid text not null,
  type text not null,
  payload bytea not null,
  operator_id text not null
);
comment on table outbox is 'Events to be published, written in the transaction of what they tell. Column names are Debezium''s, so that change data capture can take the relay''s place.';
comment on column outbox.position is 'Order of writing; for one subject it is the order of its versions.';
comment on column outbox.id is 'The CloudEvents id: stable, so that consumers can drop repeats.';
comment on column outbox.aggregatetype is 'The kind of record.';
comment on column outbox.aggregateid is 'The subject, and the Kafka record''s key.';
comment on column outbox.type is 'The CloudEvents type.';
comment on column outbox.payload is 'The CloudEvents data as JSON: ids and hashes, never restricted values.';
comment on column outbox.operator_id is 'Whose record it tells of; no foreign key, as the row comes with its record.';

create table stopped_transfer (
  transfer_id text primary key,
  state text not null,
  stopped_at timestamptz not null
);
comment on table stopped_transfer is 'Dataspace transfers that were suspended or ended: their pull tokens are refused.';
comment on column stopped_transfer.transfer_id is 'The provider''s transfer process.';
comment on column stopped_transfer.state is 'SUSPENDED, TERMINATED or COMPLETED.';
comment on column stopped_transfer.stopped_at is 'The connector''s clock. A token started later belongs to a transfer that was resumed, and is good.';
