-- Chains of lots as the service would have kept them: nine lots deep, four wide, each made of all four before it. Kept level by level, as years
-- go by, so that the lots of one chain lie far apart.
insert into passport.operator select 'bench-' || k, 'Bench ' || k, 'urn:bench:' || k from generate_series(0, 49) k on conflict do nothing;
create temporary table given as
  select level, chain, place, ('0198c0de-' || lpad(to_hex(level), 4, '0') || '-7000-8000-' || lpad(to_hex(chain * 4 + place), 12, '0'))::uuid as id,
    case when level = 8 then 'sakura-cells' else 'bench-' || (chain + level * 7) % 50 end as operator
  from generate_series(:from, :to - 1) as chain, generate_series(0, 3) as place, generate_series(0, 8) as level;
create temporary table made as
  select g.*, ('0198c0df-' || substr(id::text, 10))::uuid as step, (select array_agg(
    ('0198c0de-' || lpad(to_hex(level - 1), 4, '0') || '-7000-8000-' || lpad(to_hex(chain * 4 + input), 12, '0'))::uuid)
    from generate_series(0, 3) as input) as inputs
  from given g where level > 0;
analyze given;
analyze made;
insert into passport.lot
  select g.id, g.operator, 'B-' || g.level || '-' || g.chain || '-' || g.place, 1, md5(g.id::text) || md5(g.id::text), 'BLACK_MASS', 1000000000, 'GLN',
    '4012345000009', date '2026-01-01' + g.level * 7, g.operator || ':' || m.step, m.step, m.inputs,
    case when g.level = 0 then 'POST_CONSUMER' end, null, 'CONTROLLED_BLENDING', '{NICKEL,COBALT,LITHIUM}', '{200000000,60000000,40000000}',
    '{0,0,0}', '{200000000,60000000,40000000}', '{}', '{}', '{}', '{ASSAY,WEIGHBRIDGE}',
    array[md5(g.id::text) || md5(g.id::text), md5(g.id::text) || md5(g.id::text)]
  from given g left join made m using (id) order by g.level, g.chain, g.place;
insert into passport.lot_holding
  select id, operator, 'GLN', '4012345000009', 1000000000, case when level < 8 then 1000000000 else 0 end, 0, 1 from given order by level, chain, place;
insert into passport.transformation
  select step, operator, step::text, 1, md5(step::text) || md5(step::text), 'BLENDING', 'GLN', '4012345000009', date '2026-01-01' + level * 7 - 2,
    date '2026-01-01' + level * 7, 'CONTROLLED_BLENDING', '{WEIGHBRIDGE}', array[md5(step::text) || md5(step::text)], inputs,
    '{250000000,250000000,250000000,250000000}', array[id]
  from made order by level, chain, place;
insert into passport.lot_use select unnest(inputs), step, operator, 250000000 from made order by level, chain, place;
drop table given, made;
