create table import_document (
  id uuid primary key,
  operator_id text not null references operator,
  format text not null,
  raw bytea not null,
  received_at timestamptz not null
);
comment on table import_document is 'Documents of other data models as they came in: what the records have no place for stands only here.';
comment on column import_document.id is 'The import.';
comment on column import_document.operator_id is 'Whose import it is; nobody else sees it.';
comment on column import_document.format is 'Name and version of the data model.';
comment on column import_document.raw is 'Exactly the bytes that were sent.';
comment on column import_document.received_at is 'When they came.';
