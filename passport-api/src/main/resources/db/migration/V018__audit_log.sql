-- What was written and what was read beyond the public: kept for good, chained by hash for each operator.

create table audit_pending (
  position bigint generated always as identity primary key,
  operator_id text not null,
  entry text not null
);
comment on table audit_pending is 'Entries of the audit log as they happen, written in the transaction of what they tell, in no order that a writer would have to wait for. One sealer chains them into audit_log, within moments.';
comment on column audit_pending.position is 'Order of writing, not of committing: whoever commits late is chained late.';
comment on column audit_pending.operator_id is 'Whose record or setting it tells of; no foreign key, as the row comes with others.';
comment on column audit_pending.entry is 'What happened, as JSON in one line: who, what and when; never a restricted value.';

create table audit_log (
  operator_id text not null,
  sequence bigint not null check (sequence > 0),
  entry text not null,
  sha256 text not null,
  primary key (operator_id, sequence)
);
-- What was written about one record, for its evidence package; reads are many and in none.
create index audit_log_of_record on audit_log ((entry::jsonb #>> '{record,recordId}'))
  where entry like '{"action":"record.%' and entry not like '{"action":"record.read"%';
comment on table audit_log is 'The audit log of each operator. Never changed, never deleted.';
comment on column audit_log.operator_id is 'Whose log it is.';
comment on column audit_log.sequence is 'From 1, without gaps.';
comment on column audit_log.entry is 'Exactly as it was written.';
comment on column audit_log.sha256 is 'Of operator, sequence, the hash before and the entry (docs/audit.md), hexadecimal.';

create table audit_checkpoint (
  operator_id text not null references operator,
  sequence bigint not null,
  token text not null,
  primary key (operator_id, sequence)
);
comment on table audit_checkpoint is 'That a log had so many rows and ended in that hash, signed with the operator''s key: who can write the database but not sign cannot write a log anew.';
comment on column audit_checkpoint.operator_id is 'Of whose log.';
comment on column audit_checkpoint.sequence is 'The last row that it vouches for.';
comment on column audit_checkpoint.token is 'The JWT exactly as signed.';

alter table audit_pending enable row level security;
create policy written_as_declared on audit_pending using (operator_id = any (declared_operators()));
grant insert, select (position) on audit_pending to denchi_service; -- what waits is not shown

alter table audit_log enable row level security;
create policy only_as_declared on audit_log using (operator_id = any (declared_operators()));
grant select on audit_log to denchi_service; -- rows come through audit_sealed alone

alter table audit_checkpoint enable row level security;
create policy only_as_declared on audit_checkpoint using (operator_id = any (declared_operators()));
grant select, insert on audit_checkpoint to denchi_service;

create function audit_oldest(most integer) returns setof audit_pending
  language sql stable security definer set search_path = passport, pg_temp as $$
  select * from audit_pending order by position limit most
$$;
comment on function audit_oldest(integer) is 'For the sealer, which chains the entries of all operators.';

create function audit_ends(operators text[]) returns table (operator_id text, sequence bigint, sha256 text)
  language sql stable security definer set search_path = passport, pg_temp as $$
  select o.id, l.sequence, l.sha256 from unnest(operators) as o(id),
    lateral (select * from audit_log where audit_log.operator_id = o.id order by audit_log.sequence desc limit 1) as l
$$;
comment on function audit_ends(text[]) is 'For the sealer: where each log ends. A log without a row is missing here.';

create function audit_sealed(positions bigint[], sequences bigint[], hashes text[]) returns bigint
  language sql security definer set search_path = passport, pg_temp as $$
  with gone as (
    delete from audit_pending where position = any (positions) returning position, operator_id, entry),
  chained as (
    insert into audit_log (operator_id, sequence, entry, sha256)
    select gone.operator_id, t.sequence, gone.entry, t.sha256
    from gone join unnest(positions, sequences, hashes) as t (position, sequence, sha256) on t.position = gone.position
    returning 1)
  select count(*) from chained
$$;
comment on function audit_sealed(bigint[], bigint[], text[]) is 'For the sealer: moves entries into the log, each at its place. What an entry says it cannot change.';

create function audit_unsigned() returns table (operator_id text, sequence bigint, sha256 text)
  language sql stable security definer set search_path = passport, pg_temp as $$
  select ends.* from (select array_agg(id) as ids from operator) as o, audit_ends(o.ids) as ends
  where not exists (select from audit_checkpoint c where c.operator_id = ends.operator_id and c.sequence = ends.sequence)
$$;
comment on function audit_unsigned() is 'For the sealer: the ends of the logs that no checkpoint vouches for yet.';

revoke execute on function audit_oldest(integer), audit_ends(text[]), audit_sealed(bigint[], bigint[], text[]), audit_unsigned()
  from public;
grant execute on function audit_oldest(integer), audit_ends(text[]), audit_sealed(bigint[], bigint[], text[]), audit_unsigned()
  to denchi_service;
