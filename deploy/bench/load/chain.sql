-- A tree of parts as if its makers had asked each other and answered: the operators in turn from tier to tier, each part bought from the next.
-- What the parts add up to is counted here tier by tier, so that the service can be held against it: what it counts again must be the same.
insert into passport.plant (plant_id, operator_id, name, address, open_id, created_at)
select md5('plant' || id)::uuid, id, 'p', 'a', '000001', now() from unnest(string_to_array(:operators, ',')) as id
on conflict do nothing;

create temporary table made as
with tier as (
  select number::integer - 1 as t, size::integer as size from unnest(string_to_array(:sizes, ',')) with ordinality as tiers (size, number)),
maker as (select (number - 1)::integer as m, id from unnest(string_to_array(:operators, ',')) with ordinality as makers (id, number)),
makers as (select count(*)::integer as count from maker)
select tier.t, tier.t = (select max(t) from tier) as is_leaf,
  md5(:tree || '-made-' || tier.t || '-' || j)::uuid as trace,
  md5(:tree || '-bought-' || tier.t || '-' || j)::uuid as bought,
  (select id from maker where m = tier.t % makers.count) as maker,
  (select id from maker where m = (tier.t + makers.count - 1) % makers.count) as buyer,
  md5(:tree || '-made-' || (tier.t - 1) || '-' || (j % (select size from tier as above where above.t = tier.t - 1)))::uuid as parent,
  0.0 as pre, 0.0 as main, 0 as requests
from tier, makers, generate_series(0, size - 1) as j;
create index on made (parent);
create index on made (t);

create function pg_temp.add_up() returns void language plpgsql as $$
begin
  for tier in reverse (select max(t) from made) - 1 .. 0 loop
    update made set pre = below.pre, main = below.main, requests = below.requests
    from (
      select parent, ceil(sum(0.5 * (0.5 + pre)) * 100000) / 100000 as pre, ceil(sum(0.5 * (1 + main)) * 100000) / 100000 as main,
        sum(requests + 1) as requests
      from made where t = tier + 1 group by parent) as below
    where made.trace = below.parent;
  end loop;
end $$;
analyze made;
select pg_temp.add_up();

insert into passport.part
  (trace_id, operator_id, plant_id, name, terminated, unit, stated_version, total_version, completed_count, trades_count, tree_terminated)
select trace, maker, md5('plant' || maker)::uuid, 'made-' || trace, is_leaf, 'unit', 1, 1, requests, requests, true from made;
insert into passport.part (trace_id, operator_id, plant_id, name, terminated, unit)
select bought, buyer, md5('plant' || buyer)::uuid, 'bought-' || bought, false, 'unit' from made where t > 0;
insert into passport.component (parent_trace_id, trace_id, operator_id, amount)
select parent, bought, buyer, 0.5 from made where t > 0;
insert into passport.trade (trade_id, status_id, request_type, downstream_operator_id, downstream_trace_id, upstream_operator_id,
  upstream_trace_id, due, status, completed_count, completed_at, trades_count, trades_at, tree_terminated, answer_version, created_at)
select bought, bought, 'CFP', buyer, bought, maker, trace, '2030-01-01', 'COMPLETED', requests + 1, now(), requests + 1, now(), true, 1, now()
from made where t > 0;
insert into passport.footprint (trace_id, kind, version, operator_id, cfp_id, unit, pre_production, pre_component, pre_te_r, pre_ge_r, pre_ti_r,
  main_production, main_component, main_te_r, main_ge_r, main_ti_r, at)
select trace, kind, 1, maker, trace, 'unit', 0.5, case kind when 'TOTAL' then pre else 0 end, 2, 2, 2,
  1, case kind when 'TOTAL' then main else 0 end, 2, 2, 2, now()
from made, (values ('STATED'), ('TOTAL')) as k (kind);
insert into passport.answer (trade_id, version, upstream_operator_id, downstream_operator_id, unit, pre_emission, pre_te_r, pre_ge_r, pre_ti_r,
  main_emission, main_te_r, main_ge_r, main_ti_r, at)
select bought, 1, maker, buyer, 'unit', 0.5 + pre, 2, 2, 2, 1 + main, 2, 2, 2, now() from made where t > 0;
