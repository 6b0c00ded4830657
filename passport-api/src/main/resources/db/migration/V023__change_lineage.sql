-- Writes what statements on lots do, in the transaction that keeps their records. It runs as its caller, for whom every policy holds.

create type lot_move as (
  lot uuid, operator_id text, facility_scheme text, facility_value text, received_mg bigint, drawn_mg bigint, claimed_mg bigint, lot_version integer);
comment on type lot_move is 'What a statement adds to a holding, or takes back when it is stated anew.';

create function change_lineage(changes json) returns void language plpgsql set search_path = passport, pg_temp as $$
declare
  wanted bigint;
  done bigint;
begin
  -- first versions make no circle, as nothing is there before its maker; corrections might, so each is judged after all before it
  if changes -> 'corrections' is not null then
    update lineage_correction set made = made + 1 where made = (changes ->> 'corrections')::bigint;
    if not found then
      raise exception 'something else was corrected meanwhile' using errcode = 'DN001';
    end if;
  end if;

  -- in one order everywhere, so that no two wait for each other
  perform from lot_holding h
    where (lot, operator_id, facility_scheme, facility_value) in (
      select lot, operator_id, facility_scheme, facility_value from json_populate_recordset(null::lot_move, changes -> 'moves'))
    order by lot, operator_id, facility_scheme, facility_value for update;

  insert into lot as l select * from json_populate_recordset(null::lot, changes -> 'lots')
    on conflict (record_id) do update set version = excluded.version, sha256 = excluded.sha256, material = excluded.material,
      mass_mg = excluded.mass_mg, facility_scheme = excluded.facility_scheme, facility_value = excluded.facility_value,
      produced_on = excluded.produced_on, made_by = excluded.made_by, waste_class = excluded.waste_class, waste_code = excluded.waste_code,
      custody_model = excluded.custody_model, elements = excluded.elements, total_mg = excluded.total_mg,
      pre_consumer_mg = excluded.pre_consumer_mg, post_consumer_mg = excluded.post_consumer_mg, assayed = excluded.assayed,
      assay_percent = excluded.assay_percent, assay_uncertainty = excluded.assay_uncertainty, evidence = excluded.evidence,
      evidence_sha256 = excluded.evidence_sha256;

  insert into transformation as t select * from json_populate_recordset(null::transformation, changes -> 'transformations')
    on conflict (record_id) do update set version = excluded.version, sha256 = excluded.sha256, type = excluded.type,
      facility_scheme = excluded.facility_scheme, facility_value = excluded.facility_value, begun_on = excluded.begun_on,
      ended_on = excluded.ended_on, custody_model = excluded.custody_model, evidence = excluded.evidence,
      evidence_sha256 = excluded.evidence_sha256, inputs = excluded.inputs, input_mg = excluded.input_mg, outputs = excluded.outputs;
  delete from lot_use where transformation in (
    select t.record_id from json_populate_recordset(null::transformation, changes -> 'transformations') t where t.version > 1);
  insert into lot_use select * from json_populate_recordset(null::lot_use, changes -> 'uses');

  -- a lot is made once; what is no longer said to be made is made by nobody
  update lot l set made_in = null, made_of = null from json_populate_recordset(null::lot, changes -> 'unmade') u
    where l.record_id = u.record_id and l.made_in = u.made_in;
  select count(*) into wanted from json_populate_recordset(null::lot, changes -> 'made');
  update lot l set made_in = m.made_in, made_of = m.made_of from json_populate_recordset(null::lot, changes -> 'made') m
    where l.record_id = m.record_id and l.version = m.version and (l.made_in is null or l.made_in = m.made_in);
  get diagnostics done = row_count;
  if done <> wanted then
    raise exception 'a lot was made or stated anew meanwhile' using errcode = 'DN001';
  end if;

  -- a holding is credited and debited where the lot is as it was judged, and never below nothing: the table says so
  insert into lot_holding (lot, operator_id, facility_scheme, facility_value, received_mg, lot_version)
    select distinct lot, operator_id, facility_scheme, facility_value, 0, lot_version
    from json_populate_recordset(null::lot_move, changes -> 'moves') where drawn_mg = 0 and claimed_mg = 0
    on conflict do nothing;
  select count(distinct (lot, operator_id, facility_scheme, facility_value)) into wanted
    from json_populate_recordset(null::lot_move, changes -> 'moves');
  update lot_holding h set received_mg = h.received_mg + m.received_mg, drawn_mg = h.drawn_mg + m.drawn_mg,
      claimed_mg = h.claimed_mg + m.claimed_mg
    from (
      select lot, operator_id, facility_scheme, facility_value, sum(received_mg) as received_mg, sum(drawn_mg) as drawn_mg,
        sum(claimed_mg) as claimed_mg, min(lot_version) as oldest, max(lot_version) as newest
      from json_populate_recordset(null::lot_move, changes -> 'moves') group by 1, 2, 3, 4) m
    where h.lot = m.lot and h.operator_id = m.operator_id and h.facility_scheme = m.facility_scheme and h.facility_value = m.facility_value
      and h.lot_version = m.oldest and h.lot_version = m.newest;
  get diagnostics done = row_count;
  if done <> wanted then
    raise exception 'a lot was drawn from or stated anew meanwhile' using errcode = 'DN001';
  end if;
  update lot_holding h set lot_version = l.version from json_populate_recordset(null::lot, changes -> 'lots') l
    where h.lot = l.record_id and h.lot_version <> l.version;

  insert into allocation_site select operator_id, facility_scheme, facility_value, 0
    from json_populate_recordset(null::allocation_site, changes -> 'sites') on conflict do nothing;
  select count(*) into wanted from json_populate_recordset(null::allocation_site, changes -> 'sites');
  update allocation_site a set moves = a.moves + 1 from json_populate_recordset(null::allocation_site, changes -> 'sites') s
    where a.operator_id = s.operator_id and a.facility_scheme = s.facility_scheme and a.facility_value = s.facility_value and a.moves = s.moves;
  get diagnostics done = row_count;
  if done <> wanted then -- two of one site in one group too: the second is judged after the first
    raise exception 'a site allocated meanwhile' using errcode = 'DN001';
  end if;
  insert into allocation as a select * from json_populate_recordset(null::allocation, changes -> 'allocations')
    on conflict (operator_id, facility_scheme, facility_value, element, origin, year, quarter) do update
    set inflow_mg = a.inflow_mg + excluded.inflow_mg, allocated_mg = a.allocated_mg + excluded.allocated_mg;

  insert into lot_transfer as t select * from json_populate_recordset(null::lot_transfer, changes -> 'transfers')
    on conflict (record_id) do update set version = excluded.version, sha256 = excluded.sha256, facility_scheme = excluded.facility_scheme,
      facility_value = excluded.facility_value, receiver_id = excluded.receiver_id,
      receiver_facility_scheme = excluded.receiver_facility_scheme, receiver_facility_value = excluded.receiver_facility_value,
      lot = excluded.lot, mass_mg = excluded.mass_mg, given_on = excluded.given_on;
  select count(*) into wanted from json_populate_recordset(null::lot_transfer, changes -> 'answers');
  update lot_transfer t set state = a.state, answer = a.answer, accepted_mg = a.accepted_mg
    from json_populate_recordset(null::lot_transfer, changes -> 'answers') a
    where t.record_id = a.record_id and t.version = a.version and (t.state = 'GIVEN' or t.answer = a.answer);
  get diagnostics done = row_count;
  if done <> wanted then
    raise exception 'a transfer was answered or stated anew meanwhile' using errcode = 'DN001';
  end if;

  insert into claim as c select * from json_populate_recordset(null::claim, changes -> 'claims')
    on conflict (record_id) do update set version = excluded.version, sha256 = excluded.sha256, flagged_by = null, flagged_at = null;
  delete from claim_use where claim in (
    select c.record_id from json_populate_recordset(null::claim, changes -> 'claims') c where c.version > 1);
  insert into claim_use select * from json_populate_recordset(null::claim_use, changes -> 'claimed');

  perform flag_claims_on(array_agg(f.record_id), f.made_in) from json_populate_recordset(null::lot, changes -> 'flagged') f group by f.made_in;
end
$$;
comment on function change_lineage(json) is 'Lots, transformations, transfers and claims as stated, their edges, and what they add to holdings and take from them: all of it, or an error. DN001: judge again, something moved.';

revoke execute on function change_lineage(json) from public;
grant execute on function change_lineage(json) to denchi_service;
