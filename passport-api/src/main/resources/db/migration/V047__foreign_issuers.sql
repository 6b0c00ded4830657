-- Operators elsewhere may have signed under DIDs of their own, beside the one that their service published for them.

create table foreign_issuer (
  did text primary key,
  operator_id text not null references foreign_operator,
  did_document bytea not null
);
create index on foreign_issuer (operator_id);
comment on table foreign_issuer is 'The DIDs of their own under which operators elsewhere signed records that are served here.';
comment on column foreign_issuer.did is 'Who signed.';
comment on column foreign_issuer.operator_id is 'Whose it is; a DID is one operator''s for good.';
comment on column foreign_issuer.did_document is 'Its keys as of the package, byte for byte. What is believed is the document that the service operator gave.';

alter table foreign_issuer enable row level security;
create policy read_by_all on foreign_issuer for select using (true);
create policy written_as_declared on foreign_issuer using (operator_id = any (declared_operators())
  and exists (select from foreign_operator held where held.operator_id = foreign_issuer.operator_id
    and held.held_by = any (declared_operators())));
grant select, insert on foreign_issuer to denchi_service;
