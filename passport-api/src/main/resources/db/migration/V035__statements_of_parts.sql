-- Requests that are answered by a statement: due diligence, recycled content, passports.

create table part_statement (
  trace_id uuid not null references part on delete cascade,
  request_type text not null check (request_type <> 'CFP'),
  version integer not null,
  operator_id text not null references operator,
  record_id uuid,
  record_version integer,
  record_sha256 text,
  content text,
  at timestamptz not null,
  primary key (trace_id, request_type, version),
  check ((record_id is null) = (record_version is null) and (record_id is null) = (record_sha256 is null)),
  check (record_id is not null or content is not null)
);
comment on table part_statement is 'What an operator states of a part to those who ask: a signed record, words of its own, or both. Nothing is overwritten.';
comment on column part_statement.trace_id is 'Of which part.';
comment on column part_statement.request_type is 'What it answers: DD, RECYCLED_CONTENT or PASSPORT.';
comment on column part_statement.version is 'From 1, of each type; the last one holds.';
comment on column part_statement.operator_id is 'Whose it is; nobody else sees it.';
comment on column part_statement.record_id is 'The signed record that says it; no foreign key, as records stay.';
comment on column part_statement.record_version is 'In which version.';
comment on column part_statement.record_sha256 is 'SHA-256 of that version''s issuer-signed JWT.';
comment on column part_statement.content is 'What is said besides, as JSON.';
comment on column part_statement.at is 'When it was stated.';

create table statement_release (
  trace_id uuid not null references part on delete cascade,
  request_type text not null,
  to_operator_id text not null references operator,
  operator_id text not null references operator,
  released boolean not null,
  decided_at timestamptz not null,
  primary key (trace_id, request_type, to_operator_id)
);
comment on table statement_release is 'Whether an operator lets one customer know a statement, where it decided so itself.';
comment on column statement_release.trace_id is 'Of which of its parts.';
comment on column statement_release.request_type is 'Which statement of it.';
comment on column statement_release.to_operator_id is 'Which customer.';
comment on column statement_release.operator_id is 'Who decided.';
comment on column statement_release.released is 'Whether it may be told.';
comment on column statement_release.decided_at is 'When.';

create table told_statement (
  trade_id uuid not null references trade,
  version integer not null,
  upstream_operator_id text not null references operator,
  downstream_operator_id text not null references operator,
  record_id uuid,
  record_version integer,
  record_sha256 text,
  content text,
  at timestamptz not null,
  primary key (trade_id, version)
);
comment on table told_statement is 'What crossed the border of a company in answer to a request, as it was told and in every version; nothing but empty columns is what was taken back.';
comment on column told_statement.trade_id is 'To which request; trade.answer_version is the current one.';
comment on column told_statement.version is 'From 1.';
comment on column told_statement.upstream_operator_id is 'Who told.';
comment on column told_statement.downstream_operator_id is 'Who was told.';
comment on column told_statement.record_id is 'The signed record that was told.';
comment on column told_statement.record_version is 'In which version.';
comment on column told_statement.record_sha256 is 'SHA-256 of that version''s issuer-signed JWT.';
comment on column told_statement.content is 'What was said besides, as JSON.';
comment on column told_statement.at is 'When it was told.';

create table part_progress (
  trace_id uuid not null references part on delete cascade,
  request_type text not null,
  operator_id text not null references operator,
  completed_count integer not null,
  trades_count integer not null,
  tree_terminated boolean not null,
  primary key (trace_id, request_type)
);
comment on table part_progress is 'How far the requests of a type are upstream of a part, where it is not what the part alone tells. Of CFP it stands in table part.';
comment on column part_progress.trace_id is 'Of which part.';
comment on column part_progress.request_type is 'DD, RECYCLED_CONTENT or PASSPORT.';
comment on column part_progress.operator_id is 'Whose part it is.';
comment on column part_progress.completed_count is 'How many requests upstream of it are answered.';
comment on column part_progress.trades_count is 'How many were taken up.';
comment on column part_progress.tree_terminated is 'Whether every branch upstream of it ends.';

alter table part_statement enable row level security;
create policy only_as_declared on part_statement using (operator_id = any (declared_operators()));
grant select, insert on part_statement to denchi_service;

alter table statement_release enable row level security;
create policy only_as_declared on statement_release using (operator_id = any (declared_operators()));
grant select, insert, update (released, decided_at) on statement_release to denchi_service;

alter table part_progress enable row level security;
create policy only_as_declared on part_progress using (operator_id = any (declared_operators()));
grant select, insert, update (completed_count, trades_count, tree_terminated) on part_progress to denchi_service;

alter table told_statement enable row level security;
create policy read_between_the_two on told_statement for select
  using (downstream_operator_id = any (declared_operators()) or upstream_operator_id = any (declared_operators()));
create policy told_as_declared on told_statement for insert
  with check (upstream_operator_id = any (declared_operators()));
grant select, insert on told_statement to denchi_service;

-- A link says whose part is bought, whatever was asked about it: a change moves counts of every type, and none may go in a circle.

create or replace function parts_above(starts uuid[]) returns table (trace_id uuid, operator_id text, height integer)
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
      where trade.upstream_trace_id = above.trace_id and trade.status <> 'CANCEL'
    ) next (trace_id)
    where above.height < 100
  )
  select above.trace_id, part.operator_id, max(above.height)
  from above join part using (trace_id)
  group by above.trace_id, part.operator_id
$$;
