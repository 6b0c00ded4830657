-- Behind the service's own checks: where one of them is forgotten, PostgreSQL refuses the write and hides the row. The service
-- connects as denchi_service, which owns nothing; migrations run as the owner, to whom no policy applies.

do $$
begin
  if not exists (select from pg_roles where rolname = 'denchi_service') then
    create role denchi_service nologin; -- an owner who may not make roles finds it made, as passport-api/README.md says
  end if;
end
$$;
grant usage on schema passport to denchi_service;

create function declared_operators() returns text[] language sql stable as $$
  select string_to_array(current_setting('denchi.operators', true), ',')
$$;
comment on function declared_operators() is 'The operators that this transaction declared it works for; none without a declaration.';

-- Read by all, as the service decides attribute by attribute what each reader sees; written for a declared operator only.

alter table operator enable row level security;
create policy read_by_all on operator for select using (true);
create policy written_as_declared on operator using (id = any (declared_operators()));
grant select, insert, update (name, economic_operator_id) on operator to denchi_service;

alter table record enable row level security;
create policy read_by_all on record for select using (true);
create policy written_as_declared on record using (operator_id = any (declared_operators()));
grant select, insert on record to denchi_service;

alter table record_head enable row level security;
create policy read_by_all on record_head for select using (true);
create policy written_as_declared on record_head using (operator_id = any (declared_operators()));
grant select, insert, update (version) on record_head to denchi_service;

alter table passport enable row level security;
create policy read_by_all on passport for select using (true);
create policy written_as_declared on passport using (operator_id = any (declared_operators()));
grant select, insert, update (marked_for_deletion_at) on passport to denchi_service;

alter table battery_model enable row level security;
create policy read_by_all on battery_model for select using (true);
create policy written_as_declared on battery_model using (operator_id = any (declared_operators()));
grant select, insert, update (battery_category, issued_at) on battery_model to denchi_service;

-- Nobody else's business: read and written for a declared operator only.

alter table outbox enable row level security;
create policy only_as_declared on outbox using (operator_id = any (declared_operators()));
grant select, insert on outbox to denchi_service;

alter table idempotency_key enable row level security;
create policy only_as_declared on idempotency_key using (operator_id = any (declared_operators()));
grant select, insert on idempotency_key to denchi_service;

alter table import_document enable row level security;
create policy only_as_declared on import_document using (operator_id = any (declared_operators()));
grant select, insert on import_document to denchi_service;

alter table bulk enable row level security;
create policy only_as_declared on bulk using (operator_id = any (declared_operators()));
grant select, insert, update (sending, state, reason, accepted, repeated, refused, updated_at) on bulk to denchi_service;

alter table bulk_line enable row level security;
create policy only_as_declared on bulk_line using (
  exists (select from bulk where bulk.id = bulk_line.bulk_id and bulk.operator_id = any (declared_operators())));
grant select, insert, update (status, record_id, problem), delete on bulk_line to denchi_service;

alter table api_key enable row level security;
create policy only_as_declared on api_key using (operator_id = any (declared_operators()));
grant select, insert, update (expires_at, revoked_at, last_used_on) on api_key to denchi_service;

alter table partner_grant enable row level security;
create policy only_as_declared on partner_grant using (operator_id = any (declared_operators()));
create policy read_by_its_partner on partner_grant for select
  using (partner like 'OPERATOR:%' and substr(partner, 10) = any (declared_operators()));
grant select, insert, update (revoked_at) on partner_grant to denchi_service;

-- No operator's.

grant select, insert on access_policy to denchi_service;
grant select, insert, update (state, stopped_at) on stopped_transfer to denchi_service;

-- What must be asked before an operator can be declared, or for all of them at once: each does one thing and shows no more.

create function key_with_hash(hash text) returns setof api_key
  language sql stable security definer set search_path = passport, pg_temp as $$
  select * from api_key where key_sha256 = hash
$$;
comment on function key_with_hash(text) is 'Who is calling: asked before it is known for which operator.';

create function forget_keys_of_file() returns void
  language sql security definer set search_path = passport, pg_temp as $$
  delete from api_key where from_file
$$;
comment on function forget_keys_of_file() is 'At start, before the keys of the file as it is now are put in.';

create function grants_in_force(to_partner text, by_operators text[], moment timestamptz) returns setof partner_grant
  language sql stable security definer set search_path = passport, pg_temp as $$
  select * from partner_grant
  where partner = to_partner and operator_id = any (by_operators) and revoked_at is null and valid_from <= moment and valid_until > moment
$$;
comment on function grants_in_force(text, text[], timestamptz) is 'What a reader sees beyond the access policy: he may be no operator''s.';

create function outbox_oldest(most integer) returns setof outbox
  language sql stable security definer set search_path = passport, pg_temp as $$
  select * from outbox order by position limit most
$$;
comment on function outbox_oldest(integer) is 'For the relay, which carries the events of all operators.';

create function outbox_published(positions bigint[]) returns bigint
  language sql security definer set search_path = passport, pg_temp as $$
  with published as (delete from outbox where position = any (positions) returning position)
  select count(*) from published
$$;
comment on function outbox_published(bigint[]) is 'For the relay: what Kafka has is forgotten here.';

revoke execute on function key_with_hash(text), forget_keys_of_file(), grants_in_force(text, text[], timestamptz),
  outbox_oldest(integer), outbox_published(bigint[]) from public;
grant execute on function key_with_hash(text), forget_keys_of_file(), grants_in_force(text, text[], timestamptz),
  outbox_oldest(integer), outbox_published(bigint[]) to denchi_service;
