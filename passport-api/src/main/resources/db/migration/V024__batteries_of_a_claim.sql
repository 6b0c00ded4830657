-- For recalls: how many batteries stand on a claim, and so on a lot.

alter table passport add column recycled_content text;
create index on passport (recycled_content) where recycled_content is not null;
comment on column passport.recycled_content is 'The subject of the recycled-content record of its model, plant and year, whether there is one or not; null for batteries from before this column.';

create function batteries_on(claims uuid[]) returns table (claim uuid, batteries bigint)
  language sql stable security definer set search_path = passport, pg_temp as $$
  select h.record_id, count(p.subject)
  from record_head h left join passport p on p.recycled_content = h.subject and p.marked_for_deletion_at is null
  where h.record_id = any (claims) group by h.record_id
$$;
comment on function batteries_on(uuid[]) is 'How many batteries there are of the model, plant and year of each claim.';

revoke execute on function batteries_on(uuid[]) from public;
grant execute on function batteries_on(uuid[]) to denchi_service;
