-- Whoever keeps current versions in memory hears of every change when it is committed, whoever made it.

create function tell_head() returns trigger language plpgsql as $$
begin
  perform pg_notify('denchi_head', new.subject);
  return null;
end
$$;
comment on function tell_head() is 'Tells the services that a subject has a new current version (LISTEN denchi_head).';

-- A new passport is told to nobody: nobody keeps that it is not there, and a maker posts thousands a second.
create trigger told_when_new after insert on record_head
  for each row when (new.subject not like 'urn:uuid:%') execute function tell_head();
create trigger told_when_superseded after update on record_head
  for each row execute function tell_head();
