create table api_key (
  id uuid primary key,
  key_sha256 text not null unique,
  operator_id text not null references operator,
  name text not null,
  role text not null,
  administrator boolean not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_on date,
  from_file boolean not null,
  check (from_file or expires_at is not null)
);
create index on api_key (operator_id, created_at);
comment on table api_key is 'Who may call with an API key. The key itself is nowhere: only its hash. Revoked and expired keys stay, so that a log line can be traced.';
comment on column api_key.id is 'Names the key in addresses and logs.';
comment on column api_key.key_sha256 is 'SHA-256 of the API key, hexadecimal. The keys are random and long, so that a plain hash is enough.';
comment on column api_key.operator_id is 'The one operator it speaks for.';
comment on column api_key.name is 'What its operator calls it, for logs: never the key.';
comment on column api_key.role is 'ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY or CONNECTOR; the role of the administrator who made it.';
comment on column api_key.administrator is 'Whether it may manage the keys and grants of its operator.';
comment on column api_key.created_at is 'When it was made.';
comment on column api_key.expires_at is 'From then on it is refused; a rotation brings it forward.';
comment on column api_key.revoked_at is 'Set once, and the key is refused.';
comment on column api_key.last_used_on is 'The day of its last use, no finer: a write a day, not one a request.';
comment on column api_key.from_file is 'Whether the file of a development stack brought it; production removes such keys at start.';
