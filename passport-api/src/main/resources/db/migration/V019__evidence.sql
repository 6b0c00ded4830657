-- Passports of operators elsewhere, taken over with their evidence (Article 78(e)): the records stay theirs and as they signed them.

create table foreign_operator (
  operator_id text primary key references operator,
  did text not null unique,
  did_document bytea not null,
  held_by text not null references operator,
  imported_at timestamptz not null
);
comment on table foreign_operator is 'Operators whose records were signed and kept elsewhere, and are served here: nobody signs for them here.';
comment on column foreign_operator.operator_id is 'The id that they had there, as it is part of what their records are about.';
comment on column foreign_operator.did is 'Who signed.';
comment on column foreign_operator.did_document is 'Their keys as of the package, byte for byte. What is believed is the document that the service operator gave.';
comment on column foreign_operator.held_by is 'The operator here that took them over; nobody else adds to them.';
comment on column foreign_operator.imported_at is 'When they first came.';

alter table foreign_operator enable row level security;
create policy read_by_all on foreign_operator for select using (true);
create policy written_as_declared on foreign_operator
  using (operator_id = any (declared_operators()) and held_by = any (declared_operators()));
grant select, insert, update (did_document) on foreign_operator to denchi_service;
