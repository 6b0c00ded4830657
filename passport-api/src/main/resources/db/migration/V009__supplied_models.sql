-- Batteries on a supplier's model are in the record sets of their own operator, whose passports they are.

create table supplied_model (
  operator_id text not null references operator,
  model_id text not null,
  supplier_id text not null references operator,
  primary key (operator_id, model_id, supplier_id)
);
comment on table supplied_model is 'Projection: the models of suppliers that an operator has built batteries on. A row stays when the grant has ended, as the batteries do.';
comment on column supplied_model.operator_id is 'Whose batteries.';
comment on column supplied_model.model_id is 'The supplier''s name for the model; the manufacturerPartId of the dataspace.';
comment on column supplied_model.supplier_id is 'Whose model: modelOperator of the battery record.';

alter table supplied_model enable row level security;
create policy read_by_all on supplied_model for select using (true);
create policy written_as_declared on supplied_model using (operator_id = any (declared_operators()));
grant select, insert on supplied_model to denchi_service;

create view offered_model with (security_invoker = true) as
  select operator_id, model_id, battery_category, issued_at from battery_model
  union all
  (select distinct on (s.operator_id, s.model_id) s.operator_id, s.model_id, m.battery_category, m.issued_at
   from supplied_model s join battery_model m on m.operator_id = s.supplier_id and m.model_id = s.model_id
   where not exists (select from battery_model own where own.operator_id = s.operator_id and own.model_id = s.model_id)
   order by s.operator_id, s.model_id, m.issued_at desc);
comment on view offered_model is 'What is on offer: passports of an operator by the name of their model. Two models of one name are one offer, described by the operator''s own or else by the newer.';
grant select on offered_model to denchi_service;
