create table access_policy (
  effective_at timestamptz primary key,
  version text not null,
  sha256 text not null,
  document bytea not null
);
comment on table access_policy is 'Every access policy the service ran with, from when on: a version of a record is read under that of its day and today''s.';
comment on column access_policy.effective_at is 'When a service first ran with it, after the one before.';
comment on column access_policy.version is 'What the policy calls itself.';
comment on column access_policy.sha256 is 'SHA-256 of the document, hexadecimal: two policies may bear the same version by mistake.';
comment on column access_policy.document is 'openapi/access-policy.json as it was.';
