-- What is asked about lots of several operators at once, or by one who is not their operator. Each function runs as the owner and answers its
-- question and no other; the service decides who may ask it, and masks the names in what it passes on.
--
-- They walk the edges by index, whatever the planner would guess: to hash a whole table is fast while the table is small, and later it is not
-- (docs/decisions: lineage-by-recursion).

create type lot_stated as (
  record_id uuid, operator_id text, number text, version integer, sha256 text, material text, mass_mg bigint, facility_scheme text,
  facility_value text, produced_on date, made_by text, waste_class text, waste_code text, custody_model text, elements text[], total_mg bigint[],
  pre_consumer_mg bigint[], post_consumer_mg bigint[], assayed text[], assay_percent numeric[], assay_uncertainty numeric[], evidence text[],
  evidence_sha256 text[], made_in uuid);
comment on type lot_stated is 'A lot as it is stated, and the transformation that states that it made it.';

create type step_stated as (
  record_id uuid, operator_id text, number text, version integer, sha256 text, type text, facility_scheme text, facility_value text,
  begun_on date, ended_on date, custody_model text, evidence text[], evidence_sha256 text[], inputs uuid[], input_mg bigint[], outputs uuid[]);
comment on type step_stated is 'A transformation with its edges.';

create function lots_stated(asked uuid[]) returns setof lot_stated
  language sql stable security definer set search_path = passport, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off as $$
  select l.record_id, l.operator_id, l.number, l.version, l.sha256, l.material, l.mass_mg, l.facility_scheme, l.facility_value, l.produced_on,
    l.made_by, l.waste_class, l.waste_code, l.custody_model, l.elements, l.total_mg, l.pre_consumer_mg, l.post_consumer_mg, l.assayed,
    l.assay_percent, l.assay_uncertainty, l.evidence, l.evidence_sha256, l.made_in
  from unnest(asked) as a(lot) join lot l on l.record_id = a.lot
$$;
comment on function lots_stated(uuid[]) is 'What is stated of these lots, whoever''s they are.';

create function steps_stated(asked uuid[]) returns setof step_stated
  language sql stable security definer set search_path = passport, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off as $$
  select t.record_id, t.operator_id, t.number, t.version, t.sha256, t.type, t.facility_scheme, t.facility_value, t.begun_on, t.ended_on,
    t.custody_model, t.evidence, t.evidence_sha256, t.inputs, t.input_mg, t.outputs
  from unnest(asked) as a(transformation) join transformation t on t.record_id = a.transformation
$$;
comment on function steps_stated(uuid[]) is 'What is stated of these transformations, whoever''s they are.';

create function steps_at(site_operator text, scheme text, value text, in_year integer) returns setof step_stated
  language sql stable security definer set search_path = passport, pg_temp as $$
  select s.* from steps_stated(array(
    select record_id from transformation
    where operator_id = site_operator and facility_scheme = scheme and facility_value = value
      and ended_on >= make_date(in_year, 1, 1) and ended_on < make_date(in_year + 1, 1, 1)
    order by ended_on, record_id)) s
$$;
comment on function steps_at(text, text, text, integer) is 'The transformations of a site that ended in a year.';

create function lots_behind(asked uuid[]) returns setof lot_stated
  language sql stable security definer set search_path = passport, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off as $$
  with recursive behind (lot) as (
    select * from unnest(asked)
    union
    select of.lot from behind b join lot l on l.record_id = b.lot cross join lateral unnest(l.made_of) as of(lot))
  select s.* from lots_stated(array(select lot from behind)) s
$$;
comment on function lots_behind(uuid[]) is 'These lots and all that they were made from, to any depth.';

create function lots_ahead(asked uuid[]) returns setof lot_stated
  language sql stable security definer set search_path = passport, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off as $$
  with recursive ahead (lot) as (
    select * from unnest(asked)
    union
    select made.lot from ahead a join lot_use u on u.lot = a.lot join transformation t on t.record_id = u.transformation
      cross join lateral unnest(t.outputs) as made(lot))
  select s.* from lots_stated(array(select lot from ahead)) s
$$;
comment on function lots_ahead(uuid[]) is 'These lots and all that was made of them, to any depth.';

create function lots_to_judge(askers text[], names text[])
  returns table (asker text, stated lot_stated, holders text[], schemes text[], plants text[], received_mg bigint[], drawn_mg bigint[],
    claimed_mg bigint[], lot_versions integer[])
  language sql stable security definer set search_path = passport, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off as $$
  select a.asker, row(l.record_id, l.operator_id, l.number, l.version, l.sha256, l.material, l.mass_mg, l.facility_scheme, l.facility_value,
      l.produced_on, l.made_by, l.waste_class, l.waste_code, l.custody_model, l.elements, l.total_mg, l.pre_consumer_mg, l.post_consumer_mg,
      l.assayed, l.assay_percent, l.assay_uncertainty, l.evidence, l.evidence_sha256, l.made_in)::lot_stated,
    h.holders, h.schemes, h.plants, h.received_mg, h.drawn_mg, h.claimed_mg, h.lot_versions
  from unnest(askers, names) as a(asker, name)
    join lot l on l.operator_id = split_part(a.name, ':', 1) and l.number = split_part(a.name, ':', 2)
    cross join lateral (
      select array_agg(x.operator_id) as holders, array_agg(x.facility_scheme) as schemes, array_agg(x.facility_value) as plants,
        array_agg(x.received_mg) as received_mg, array_agg(x.drawn_mg) as drawn_mg, array_agg(x.claimed_mg) as claimed_mg, 
        array_agg(x.lot_version) as lot_versions
      from lot_holding x where x.lot = l.record_id) h
  where l.operator_id = a.asker or a.asker = any (h.holders)
    or exists (select from lot_transfer t where t.lot = l.record_id and t.receiver_id = a.asker)
$$;
comment on function lots_to_judge(text[], text[]) is 'For each asker the lots of these names, operator:number, that he made, has, had or is offered, and who has how much; of others'' lots he does not learn that they exist.';

create function statements_on(lots uuid[]) returns setof uuid
  language sql stable security definer set search_path = passport, pg_temp as $$
  select transformation from lot_use where lot = any (lots)
  union select made_in from lot where record_id = any (lots) and made_in is not null
  union select record_id from lot_transfer where lot = any (lots)
  union select answer from lot_transfer where lot = any (lots) and answer is not null
  union select claim from claim_use where lot = any (lots)
$$;
comment on function statements_on(uuid[]) is 'The records that draw on these lots, hand them over, or make them: who states a lot anew must see to it that they still hold.';

create function transfer_to_judge(asker text, name text) returns setof lot_transfer
  language sql stable security definer set search_path = passport, pg_temp as $$
  select * from lot_transfer
  where operator_id = split_part(name, ':', 1) and number = split_part(name, ':', 2) and asker in (operator_id, receiver_id)
$$;
comment on function transfer_to_judge(text, text) is 'A transfer by its name, operator:number, for its giver and its receiver.';

create function allocations_to_judge(site_operator text, scheme text, value text)
  returns table (moves integer, element text, origin text, year integer, quarter integer, inflow_mg bigint, allocated_mg bigint)
  language sql stable security definer set search_path = passport, pg_temp as $$
  select s.moves, a.element, a.origin, a.year, a.quarter, a.inflow_mg, a.allocated_mg
  from allocation_site s left join allocation a using (operator_id, facility_scheme, facility_value)
  where s.operator_id = site_operator and s.facility_scheme = scheme and s.facility_value = value
$$;
comment on function allocations_to_judge(text, text, text) is 'The accounts of a site, and how often they moved.';

create function trade_partners(asker text) returns setof text
  language sql stable security definer set search_path = passport, pg_temp as $$
  select receiver_id from lot_transfer where operator_id = asker and state = 'ACCEPTED'
  union
  select operator_id from lot_transfer where receiver_id = asker and state = 'ACCEPTED'
$$;
comment on function trade_partners(text) is 'Who knows the asker by name and he them: both have said that they traded. One who only offers learns nothing by it.';

create function is_trade_of(asker text, record uuid) returns boolean
  language sql stable security definer set search_path = passport, pg_temp as $$
  select exists (select from lot_transfer where (record_id = record or answer = record) and asker in (operator_id, receiver_id))
    or exists (
      select from lot l join lot_transfer t on t.lot = l.record_id and t.operator_id = l.operator_id
      where (l.record_id = record or l.made_in = record) and t.receiver_id = asker and t.state <> 'REFUSED')
$$;
comment on function is_trade_of(text, uuid) is 'Whether a record is of a lot that the asker was given by who made it, of the transformation that made it, or of a transfer that he is in.';

create type claim_stated as (
  record_id uuid, operator_id text, model_id text, facility_scheme text, facility_value text, year integer, version integer, sha256 text,
  flagged_at timestamptz, lots uuid[], state text, judged_at timestamptz, judged_version integer, behind_sha256 text, verdicts integer);
comment on type claim_stated is 'A claim, the lots it names, and what was found of it last.';

create function claims_stated(of_operator text, of_model text, of_year integer, of_record uuid) returns setof claim_stated
  language sql stable security definer set search_path = passport, pg_temp as $$
  select c.record_id, c.operator_id, c.model_id, c.facility_scheme, c.facility_value, c.year, c.version, c.sha256, c.flagged_at,
    (select array_agg(distinct u.lot) from claim_use u where u.claim = c.record_id), v.state, v.judged_at, v.record_version, v.behind_sha256,
    coalesce(v.number, 0)
  from claim c left join lateral (
    select * from claim_verdict v where v.claim = c.record_id order by number desc limit 1) v on true
  where (of_operator is null or c.operator_id = of_operator) and (of_model is null or c.model_id = of_model)
    and (of_year is null or c.year = of_year) and (of_record is null or c.record_id = of_record)
  order by c.operator_id, c.model_id, c.year, c.facility_scheme, c.facility_value
$$;
comment on function claims_stated(text, text, integer, uuid) is 'Claims, those of one operator, model, year or record where one is named.';

create function claims_on(asked uuid[]) returns setof uuid
  language sql stable security definer set search_path = passport, pg_temp as $$
  select distinct claim from claim_use where lot = any (asked)
$$;
comment on function claims_on(uuid[]) is 'The claims that these lots went into, whoever''s they are.';

revoke execute on function lots_stated(uuid[]), steps_stated(uuid[]), steps_at(text, text, text, integer), lots_behind(uuid[]), lots_ahead(uuid[]), lots_to_judge(text[], text[]),
  statements_on(uuid[]), transfer_to_judge(text, text), allocations_to_judge(text, text, text), is_trade_of(text, uuid),
  claims_stated(text, text, integer, uuid), claims_on(uuid[]), trade_partners(text) from public;
grant execute on function lots_stated(uuid[]), steps_stated(uuid[]), steps_at(text, text, text, integer), lots_behind(uuid[]), lots_ahead(uuid[]), lots_to_judge(text[], text[]),
  statements_on(uuid[]), transfer_to_judge(text, text), allocations_to_judge(text, text, text), is_trade_of(text, uuid),
  claims_stated(text, text, integer, uuid), claims_on(uuid[]), trade_partners(text) to denchi_service;

create function flag_claims_on(lots uuid[], because uuid) returns bigint
  language sql security definer set search_path = passport, pg_temp as $$
  with flagged as (
    update claim set flagged_by = because, flagged_at = now()
    where record_id in (select u.claim from lots_ahead(lots) l join claim_use u on u.lot = l.record_id) returning 1)
  select count(*) from flagged
$$;
comment on function flag_claims_on(uuid[], uuid) is 'Whoever states a lot anew says so to all claims that stand on it, whoever''s they are.';

revoke execute on function flag_claims_on(uuid[], uuid) from public;
grant execute on function flag_claims_on(uuid[], uuid) to denchi_service;
