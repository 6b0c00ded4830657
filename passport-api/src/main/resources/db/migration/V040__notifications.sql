-- Notifications: what one of the two of a request is told that the other one did, to be polled and as an event of its own.

create table notification (
  notification_id uuid primary key,
  operator_id text not null references operator,
  from_operator_id text not null references operator,
  type text not null,
  trade_id uuid not null references trade,
  upstream_trace_id uuid,
  notified_at timestamptz not null
);
create index on notification (operator_id, notified_at, notification_id);
comment on table notification is 'What an operator was told of its requests. Ids alone: what they stand for is read where it is.';
comment on column notification.notification_id is 'notificationId, and the id of the event.';
comment on column notification.operator_id is 'Who is told; nobody else reads it.';
comment on column notification.from_operator_id is 'notifiedFromOperatorId: whose doing it was; it writes the row.';
comment on column notification.type is 'notificationType.';
comment on column notification.trade_id is 'Of which request; what of it never changes is read there.';
comment on column notification.upstream_trace_id is 'Which part was linked to the request at that moment; null is none.';
comment on column notification.notified_at is 'notifiedAt; the order of lists.';

alter table notification enable row level security;
create policy read_by_who_is_told on notification for select using (operator_id = any (declared_operators()));
create policy told_as_declared on notification for insert with check (from_operator_id = any (declared_operators()));
grant select, insert on notification to denchi_service;

alter table outbox add column addressee text references operator;
create index on outbox (position) where addressee is not null;
comment on column outbox.addressee is 'The one operator whom the event is for, on a topic of its own; null is everybody.';

create or replace function outbox_oldest(most integer) returns setof outbox
  language sql stable security definer set search_path = passport, pg_temp as $$
  select * from outbox where addressee is null order by position limit most
$$;

create function notifications_oldest(most integer) returns setof outbox
  language sql stable security definer set search_path = passport, pg_temp as $$
  select * from outbox where addressee is not null order by position limit most
$$;
comment on function notifications_oldest(integer) is 'For the relay of notifications, which waits for no other event and holds none up.';

revoke execute on function notifications_oldest(integer) from public;
grant execute on function notifications_oldest(integer) to denchi_service;
