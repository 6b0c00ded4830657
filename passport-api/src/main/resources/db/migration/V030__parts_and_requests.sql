-- The Ouranos API: who trades, parts, what they are made of, what is asked about them, what is stated and what it adds up to.

create table trader (
  operator_id text primary key references operator,
  ouranos_id uuid not null unique,
  name text not null,
  address text not null,
  open_id text not null unique,
  global_id text unique
);
comment on table trader is 'The operators that take part in the Ouranos API, as the provider of this service enrolled them.';
comment on column trader.operator_id is 'The tenant.';
comment on column trader.ouranos_id is 'operatorId: how the API names it in every body.';
comment on column trader.name is 'operatorName, which the operator may change.';
comment on column trader.address is 'operatorAddress, which the operator may change.';
comment on column trader.open_id is 'openOperatorId, the corporate number: how partners find it. It never changes.';
comment on column trader.global_id is 'globalOperatorId: a BPN or a DID. None twice, also not an empty one; null is none.';

create table plant (
  plant_id uuid primary key,
  operator_id text not null references operator,
  name text not null,
  address text not null,
  open_id text not null,
  global_id text,
  created_at timestamptz not null,
  unique (operator_id, open_id),
  unique (operator_id, global_id)
);
comment on table plant is 'The plants of a trader; nobody else sees them.';
comment on column plant.plant_id is 'plantId.';
comment on column plant.operator_id is 'Whose it is.';
comment on column plant.name is 'plantName.';
comment on column plant.address is 'plantAddress.';
comment on column plant.open_id is 'openPlantId, unique with its operator.';
comment on column plant.global_id is 'globalPlantId, unique with its operator; null is none.';
comment on column plant.created_at is 'Their order in a list.';

create table part (
  trace_id uuid primary key,
  operator_id text not null references operator,
  plant_id uuid not null references plant,
  name text not null,
  support_name text,
  terminated boolean not null,
  unit text,
  label text,
  info1 text,
  info2 text,
  info3 text,
  stated_version integer not null default 0,
  total_version integer not null default 0,
  completed_count integer not null default 0,
  trades_count integer not null default 0,
  tree_terminated boolean not null default false,
  unique nulls not distinct (operator_id, plant_id, name, support_name)
);
create index on part (operator_id, name, trace_id);
comment on table part is 'Kinds of parts. A part that is bought is an entry of its buyer; its maker has one of its own.';
comment on column part.trace_id is 'traceId.';
comment on column part.operator_id is 'Whose entry it is.';
comment on column part.plant_id is 'Where it is made, or used.';
comment on column part.name is 'partsName.';
comment on column part.support_name is 'supportPartsName: what tells apart parts of one name.';
comment on column part.terminated is 'terminatedFlag: nobody upstream is asked about it.';
comment on column part.unit is 'amountRequiredUnit; null is not said.';
comment on column part.label is 'partsLabelName.';
comment on column part.info1 is 'partsAddInfo1.';
comment on column part.info2 is 'partsAddInfo2.';
comment on column part.info3 is 'partsAddInfo3.';
comment on column part.stated_version is 'The current footprint that is stated of it, in table footprint; 0 is none.';
comment on column part.total_version is 'The current footprint that it adds up to, in table footprint; 0 is none.';
comment on column part.completed_count is 'How many requests upstream of it are answered.';
comment on column part.trades_count is 'How many requests upstream of it were taken up.';
comment on column part.tree_terminated is 'Whether every branch upstream of it ends.';

create table component (
  parent_trace_id uuid not null references part,
  trace_id uuid not null references part,
  operator_id text not null references operator,
  amount numeric not null check (amount >= 0),
  primary key (parent_trace_id, trace_id)
);
create index on component (trace_id);
comment on table component is 'What a part is made of. The amount belongs to the edge: a part is in several others in different amounts.';
comment on column component.parent_trace_id is 'The whole.';
comment on column component.trace_id is 'The part in it.';
comment on column component.operator_id is 'Whose structure it is; nobody else ever sees it.';
comment on column component.amount is 'amountRequired: how much of the part one unit of the whole needs, in the part''s unit.';

create table trade (
  trade_id uuid primary key,
  status_id uuid not null unique,
  request_type text not null,
  downstream_operator_id text not null references operator,
  downstream_trace_id uuid not null,
  upstream_operator_id text not null references operator,
  upstream_trace_id uuid,
  message text,
  reply_message text,
  due date not null,
  status text not null,
  completed_count integer not null default 0,
  completed_at timestamptz not null,
  trades_count integer not null default 0,
  trades_at timestamptz not null,
  tree_terminated boolean not null default false,
  answer_version integer not null default 0,
  created_at timestamptz not null,
  check (downstream_operator_id <> upstream_operator_id)
);
create unique index one_request_of_a_type on trade (downstream_trace_id, request_type) where status <> 'CANCEL';
create index on trade (downstream_operator_id, created_at, trade_id);
create index on trade (upstream_operator_id, created_at, trade_id);
create index on trade (upstream_trace_id);
comment on table trade is 'What one operator asked another about a part. A request that ended stays, with what was said.';
comment on column trade.trade_id is 'tradeId.';
comment on column trade.status_id is 'statusId.';
comment on column trade.request_type is 'requestType: CFP, DD, RECYCLED_CONTENT or PASSPORT.';
comment on column trade.downstream_operator_id is 'Who asks.';
comment on column trade.downstream_trace_id is 'About which of its parts; no foreign key, as a request that was cancelled outlives them.';
comment on column trade.upstream_operator_id is 'Who is asked.';
comment on column trade.upstream_trace_id is 'Which part of its own it linked; null until then.';
comment on column trade.message is 'What the one who asks says.';
comment on column trade.reply_message is 'What the one asked replied.';
comment on column trade.due is 'responseDueDate.';
comment on column trade.status is 'NOT_COMPLETED, COMPLETED, REJECT or CANCEL.';
comment on column trade.completed_count is 'How many requests of its tree are answered.';
comment on column trade.completed_at is 'When that last changed.';
comment on column trade.trades_count is 'How many requests of its tree were taken up.';
comment on column trade.trades_at is 'When that last changed.';
comment on column trade.tree_terminated is 'Whether every branch of its tree ends.';
comment on column trade.answer_version is 'The current answer, in table answer; 0 is none.';
comment on column trade.created_at is 'When it was asked; the order of lists.';

create table footprint (
  trace_id uuid not null references part on delete cascade,
  kind text not null,
  version integer not null,
  operator_id text not null references operator,
  cfp_id uuid not null,
  unit text not null,
  pre_production numeric,
  pre_component numeric,
  pre_te_r numeric,
  pre_ge_r numeric,
  pre_ti_r numeric,
  main_production numeric,
  main_component numeric,
  main_te_r numeric,
  main_ge_r numeric,
  main_ti_r numeric,
  at timestamptz not null,
  primary key (trace_id, kind, version)
);
comment on table footprint is 'Every footprint that was stated of a part, and every one that it added up to. Nothing is overwritten.';
comment on column footprint.trace_id is 'Of which part.';
comment on column footprint.kind is 'STATED by its operator, or the TOTAL over what it is made of.';
comment on column footprint.version is 'From 1, of each kind.';
comment on column footprint.operator_id is 'Whose it is; nobody else sees it.';
comment on column footprint.cfp_id is 'cfpId.';
comment on column footprint.unit is 'Emissions are for each of these units.';
comment on column footprint.pre_production is 'kg CO2e of preprocessing, own doing; null is not stated.';
comment on column footprint.pre_component is 'kg CO2e of preprocessing, from what is bought; null is not stated.';
comment on column footprint.pre_te_r is 'Technological representativeness of the data on preprocessing; null is not known.';
comment on column footprint.pre_ge_r is 'Geographical representativeness of the data on preprocessing; null is not known.';
comment on column footprint.pre_ti_r is 'Time representativeness of the data on preprocessing; null is not known.';
comment on column footprint.main_production is 'kg CO2e of main production, own doing; null is not stated.';
comment on column footprint.main_component is 'kg CO2e of main production, from what is bought; null is not stated.';
comment on column footprint.main_te_r is 'Technological representativeness of the data on main production; null is not known.';
comment on column footprint.main_ge_r is 'Geographical representativeness of the data on main production; null is not known.';
comment on column footprint.main_ti_r is 'Time representativeness of the data on main production; null is not known.';
comment on column footprint.at is 'When it was stated, or added up.';

create table answer (
  trade_id uuid not null references trade,
  version integer not null,
  upstream_operator_id text not null references operator,
  downstream_operator_id text not null references operator,
  unit text not null,
  pre_emission numeric,
  pre_te_r numeric,
  pre_ge_r numeric,
  pre_ti_r numeric,
  main_emission numeric,
  main_te_r numeric,
  main_ge_r numeric,
  main_ti_r numeric,
  at timestamptz not null,
  primary key (trade_id, version)
);
comment on table answer is 'All that crossed the border of a company, as it was told and in every version: sums and their data quality. The one who asked reads nothing else of a supplier.';
comment on column answer.trade_id is 'To which request.';
comment on column answer.version is 'From 1.';
comment on column answer.upstream_operator_id is 'Who told.';
comment on column answer.downstream_operator_id is 'Who was told.';
comment on column answer.unit is 'Emissions are for each of these units.';
comment on column answer.pre_emission is 'kg CO2e of preprocessing, all of it; null is not released.';
comment on column answer.pre_te_r is 'Technological representativeness; null is not known or not released.';
comment on column answer.pre_ge_r is 'Geographical representativeness; null is not known or not released.';
comment on column answer.pre_ti_r is 'Time representativeness; null is not known or not released.';
comment on column answer.main_emission is 'kg CO2e of main production, all of it; null is not released.';
comment on column answer.main_te_r is 'Technological representativeness; null is not known or not released.';
comment on column answer.main_ge_r is 'Geographical representativeness; null is not known or not released.';
comment on column answer.main_ti_r is 'Time representativeness; null is not known or not released.';
comment on column answer.at is 'When it was told.';

create table footprint_release (
  trace_id uuid not null references part on delete cascade,
  to_operator_id text not null references operator,
  operator_id text not null references operator,
  cfp boolean not null,
  dqr boolean not null,
  decided_at timestamptz not null,
  primary key (trace_id, to_operator_id)
);
comment on table footprint_release is 'What an operator lets one customer know of a part, where it decided so itself (cfpAcl).';
comment on column footprint_release.trace_id is 'Of which of its parts.';
comment on column footprint_release.to_operator_id is 'Which customer.';
comment on column footprint_release.operator_id is 'Who decided.';
comment on column footprint_release.cfp is 'TOTALCFP: the sums.';
comment on column footprint_release.dqr is 'TOTALDQR: how good the data are.';
comment on column footprint_release.decided_at is 'When.';

-- Found by whoever knows a corporate number or an operatorId.

alter table trader enable row level security;
create policy read_by_all on trader for select using (true);
create policy written_as_declared on trader using (operator_id = any (declared_operators()));
grant select, insert, update (name, address, global_id) on trader to denchi_service;

-- Nobody else's business.

alter table plant enable row level security;
create policy only_as_declared on plant using (operator_id = any (declared_operators()));
grant select, insert, update (name, address, open_id, global_id) on plant to denchi_service;

alter table part enable row level security;
create policy only_as_declared on part using (operator_id = any (declared_operators()));
grant select, insert, delete,
  update (terminated, unit, label, info1, info2, info3, stated_version, total_version, completed_count, trades_count, tree_terminated)
  on part to denchi_service;

alter table component enable row level security;
create policy only_as_declared on component using (operator_id = any (declared_operators()));
grant select, insert, delete, update (amount) on component to denchi_service;

alter table footprint enable row level security;
create policy only_as_declared on footprint using (operator_id = any (declared_operators()));
grant select, insert on footprint to denchi_service;

alter table footprint_release enable row level security;
create policy only_as_declared on footprint_release using (operator_id = any (declared_operators()));
grant select, insert, update (cfp, dqr, decided_at) on footprint_release to denchi_service;

-- Between two: both read it. Who asks writes the question, who is asked the answer.

alter table trade enable row level security;
create policy between_the_two on trade
  using (downstream_operator_id = any (declared_operators()) or upstream_operator_id = any (declared_operators()));
create policy asked_as_declared on trade as restrictive for insert
  with check (downstream_operator_id = any (declared_operators()));
grant select, insert,
  update (upstream_trace_id, message, reply_message, due, status, completed_count, completed_at, trades_count, trades_at, tree_terminated, answer_version)
  on trade to denchi_service;

alter table answer enable row level security;
create policy read_between_the_two on answer for select
  using (downstream_operator_id = any (declared_operators()) or upstream_operator_id = any (declared_operators()));
create policy told_as_declared on answer for insert
  with check (upstream_operator_id = any (declared_operators()));
grant select, insert on answer to denchi_service;

-- The one asked sees the part that it is asked about, as its customer describes it.

create policy read_by_the_one_asked on part for select using (exists (
  select from trade where trade.downstream_trace_id = part.trace_id and trade.upstream_operator_id = any (declared_operators())));

-- What must be known before the operators of a change can be declared: ids, and nothing that is said of them.

create function parts_above(starts uuid[]) returns table (trace_id uuid, operator_id text, height integer)
  language sql stable security definer set search_path = passport, pg_temp as $$
  with recursive above (trace_id, height) as (
    select unnest(starts), 0
    union
    select next.trace_id, above.height + 1
    from above
    cross join lateral (
      select component.parent_trace_id from component where component.trace_id = above.trace_id
      union all
      select trade.downstream_trace_id from trade
      where trade.upstream_trace_id = above.trace_id and trade.request_type = 'CFP' and trade.status <> 'CANCEL'
    ) next (trace_id)
    where above.height < 100
  )
  select above.trace_id, part.operator_id, max(above.height)
  from above join part using (trace_id)
  group by above.trace_id, part.operator_id
$$;
comment on function parts_above(uuid[]) is 'The parts whose totals a change of these may move, across all operators, each with the longest way to it. A part is never above itself: a link that would make it so is refused.';

revoke execute on function parts_above(uuid[]) from public;
grant execute on function parts_above(uuid[]) to denchi_service;
