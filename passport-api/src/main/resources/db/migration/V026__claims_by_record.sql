-- Claims are asked for by their records and in no other way; so one statement answers for any number of them.

drop function claims_stated(text, text, integer, uuid);
drop index claim_operator_id_model_id_year_idx;
alter type claim_stated drop attribute flagged_at;

create function claims_stated(asked uuid[]) returns setof claim_stated
  language sql stable security definer set search_path = passport, pg_temp as $$
  select c.record_id, c.operator_id, c.model_id, c.facility_scheme, c.facility_value, c.year, c.version, c.sha256,
    (select array_agg(distinct u.lot) from claim_use u where u.claim = c.record_id), v.state, v.judged_at, v.record_version, v.behind_sha256,
    coalesce(v.number, 0)
  from claim c left join lateral (
    select * from claim_verdict v where v.claim = c.record_id order by number desc limit 1) v on true
  where c.record_id = any (asked)
  order by c.operator_id, c.model_id, c.year, c.facility_scheme, c.facility_value
$$;
comment on function claims_stated(uuid[]) is 'What these records claim of lots, whoever''s they are.';

revoke execute on function claims_stated(uuid[]) from public;
grant execute on function claims_stated(uuid[]) to denchi_service;
