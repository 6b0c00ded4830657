-- That a claim was flagged is told in an event, in the transaction that flags it, and shown where the claim is read.

alter table claim add column flags integer;
comment on column claim.flags is 'How often it was flagged, null is never: what the events that tell of it are numbered by.';

create or replace function flag_claims_on(lots uuid[], because uuid) returns bigint
  language sql security definer set search_path = passport, pg_temp as $$
  with flagged as (
    update claim set flagged_by = because, flagged_at = now(), flags = coalesce(flags, 0) + 1
    where record_id in (select u.claim from lots_ahead(lots) l join claim_use u on u.lot = l.record_id)
    returning record_id, version, operator_id, flags),
  told as (
    insert into outbox (id, aggregatetype, aggregateid, type, payload, operator_id)
    select f.record_id || '/' || f.version || '/flagged/' || f.flags, r.kind, r.subject, 'dev.denchi.claim.v1.flagged',
      convert_to(json_strip_nulls(json_build_object(
        'recordId', f.record_id, 'kind', r.kind, 'subject', r.subject, 'version', f.version, 'sha256', r.sha256, 'previousSha256', before.sha256,
        'operator', f.operator_id, 'serviceProvider', r.service_provider,
        'recordTime', to_char(r.issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'flaggedAt', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))::text, 'UTF8'),
      f.operator_id
    from flagged f
    join record r on r.record_id = f.record_id and r.version = f.version
    left join record before on before.record_id = f.record_id and before.version = f.version - 1)
  select count(*) from flagged
$$;
comment on function flag_claims_on(uuid[], uuid) is 'Whoever states a lot anew says so to all claims that stand on it, whoever''s they are, and to all who listen: of which claim, and not because of which lot, as that would tell who supplies whom.';

alter type claim_stated add attribute flagged_at timestamptz;

create or replace function claims_stated(asked uuid[]) returns setof claim_stated
  language sql stable security definer set search_path = passport, pg_temp as $$
  select c.record_id, c.operator_id, c.model_id, c.facility_scheme, c.facility_value, c.year, c.version, c.sha256,
    (select array_agg(distinct u.lot) from claim_use u where u.claim = c.record_id), v.state, v.judged_at, v.record_version, v.behind_sha256,
    coalesce(v.number, 0), c.flagged_at
  from claim c left join lateral (
    select * from claim_verdict v where v.claim = c.record_id order by number desc limit 1) v on true
  where c.record_id = any (asked)
  order by c.operator_id, c.model_id, c.year, c.facility_scheme, c.facility_value
$$;
