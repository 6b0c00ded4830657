-- What a kept closure would be: each lot with all that are behind it.
create schema if not exists bench;
drop table if exists bench.behind;
create table bench.behind (lot uuid not null, behind uuid not null, primary key (lot, behind));
do $$
begin
  for level in 1..8 loop
    analyze bench.behind;
    insert into bench.behind
      select l.record_id, b.behind from passport.lot l cross join lateral (
        select unnest(l.made_of) as behind union select c.behind from unnest(l.made_of) as of(lot) join bench.behind c on c.lot = of.lot) b
      where l.number like 'B-' || level || '-%';
  end loop;
end
$$;
analyze bench.behind;
