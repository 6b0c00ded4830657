create table partner_grant (
  id uuid primary key,
  operator_id text not null references operator,
  partner text not null,
  model_id text,
  attributes text not null,
  builds_passports boolean not null,
  purpose text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  idempotency_key text,
  request_sha256 text,
  check (valid_from < valid_until),
  unique (operator_id, idempotency_key)
);
create index on partner_grant (partner, operator_id);
create index on partner_grant (operator_id, created_at);
comment on table partner_grant is 'What an operator lets one partner see, or build on, beyond the access policy. Kept after its end: who could see what, when.';
comment on column partner_grant.operator_id is 'Whose records it opens.';
comment on column partner_grant.partner is 'OPERATOR: and the id of an operator of this service, or PARTICIPANT: and that of a participant of the dataspace.';
comment on column partner_grant.model_id is 'The only model whose records it opens; null for all records of the operator.';
comment on column partner_grant.attributes is 'Record kind, # and JSON Pointer of each attribute, separated by spaces.';
comment on column partner_grant.builds_passports is 'Whether the partner may build passports of its own batteries on the records.';
comment on column partner_grant.purpose is 'What the partner may use it for, in the operator''s words.';
comment on column partner_grant.valid_from is 'From then on.';
comment on column partner_grant.valid_until is 'Until just before then.';
comment on column partner_grant.created_at is 'When it was made.';
comment on column partner_grant.revoked_at is 'Set once, and the grant is over.';
comment on column partner_grant.idempotency_key is 'Makes a repeated request answer the first one''s grant.';
comment on column partner_grant.request_sha256 is 'The same key with another request is refused.';
