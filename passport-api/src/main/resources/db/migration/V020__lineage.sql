-- Where recycled metal came from: material lots, what became of them, and what is left. All of it is a projection of records, which are kept
-- in table record; it is written with them, and answers questions that no single record answers.
--
-- A lot, a transformation, a transfer is known here by the id of its record. Mass is dry, exact, and in milligrams.

create table lot (
  record_id uuid primary key,
  operator_id text not null references operator,
  number text not null,
  version integer not null,
  sha256 text not null,
  material text not null,
  mass_mg bigint not null check (mass_mg > 0),
  facility_scheme text not null,
  facility_value text not null,
  produced_on date not null,
  made_by text,
  made_in uuid,
  made_of uuid[],
  waste_class text,
  waste_code text,
  custody_model text not null,
  elements text[] not null,
  total_mg bigint[] not null,
  pre_consumer_mg bigint[] not null,
  post_consumer_mg bigint[] not null,
  assayed text[] not null,
  assay_percent numeric[] not null,
  assay_uncertainty numeric[] not null,
  evidence text[] not null,
  evidence_sha256 text[] not null,
  unique (operator_id, number),
  check (cardinality(elements) = cardinality(total_mg) and cardinality(elements) = cardinality(pre_consumer_mg)
    and cardinality(elements) = cardinality(post_consumer_mg))
) with (fillfactor = 85); -- room beside each lot for the one change that all of them see: who made it
comment on table lot is 'Material lots as their operators state them now.';
comment on column lot.record_id is 'The lot''s record through all its versions; the lineage names lots by it.';
comment on column lot.operator_id is 'Who states it: the operator that made it or took it in.';
comment on column lot.number is 'What that operator calls it. It may give a name away: not for strangers.';
comment on column lot.version is 'The version of the record that these values are of.';
comment on column lot.sha256 is 'That version''s hash, which is shown also to those from whom the names are kept.';
comment on column lot.material is 'A word of the contract, such as BLACK_MASS.';
comment on column lot.mass_mg is 'All of it, as produced.';
comment on column lot.facility_scheme is 'Where it was made or taken in: the scheme of the identifier.';
comment on column lot.facility_value is 'The identifier. It gives a name away: not for strangers.';
comment on column lot.produced_on is 'No output is older than its inputs.';
comment on column lot.made_by is 'The transformation that must say that it yields the lot, as operator:number; null for what enters the chain here.';
comment on column lot.made_in is 'The transformation that says so, once it does.';
comment on column lot.made_of is 'Edges of the lineage, as they are walked up: the lots that went into it. With the lot, so that a step up costs one look.';
comment on column lot.waste_class is 'What kind of waste it was recovered from; null for what is no waste, or comes from lots.';
comment on column lot.waste_code is 'Of the European List of Waste.';
comment on column lot.custody_model is 'Chain of custody model of ISO 22095.';
comment on column lot.elements is 'Which elements it holds; the next three columns go with it, item by item.';
comment on column lot.total_mg is 'How much of each.';
comment on column lot.pre_consumer_mg is 'How much of that is from battery manufacturing waste.';
comment on column lot.post_consumer_mg is 'How much is from post-consumer waste; the rest is primary, as is what nobody knows.';
comment on column lot.assayed is 'Which elements were assayed; the next two columns go with it.';
comment on column lot.assay_percent is 'Mass fraction in the dry lot.';
comment on column lot.assay_uncertainty is 'Expanded (k = 2), in percent of the dry lot as well.';
comment on column lot.evidence is 'Kinds of documents; the next column goes with it.';
comment on column lot.evidence_sha256 is 'Their hashes.';

create table lot_holding (
  lot uuid not null,
  operator_id text not null references operator,
  facility_scheme text not null,
  facility_value text not null,
  received_mg bigint not null,
  drawn_mg bigint not null default 0,
  claimed_mg bigint not null default 0,
  lot_version integer not null,
  primary key (lot, operator_id, facility_scheme, facility_value),
  constraint never_overdrawn check (drawn_mg >= 0 and claimed_mg >= 0 and drawn_mg + claimed_mg <= received_mg)
);
create index on lot_holding (operator_id, lot);
comment on table lot_holding is 'What an operator has of a lot at one of its plants. Racing draws meet in this row: it is updated where there is enough left, or nothing is written.';
comment on column lot_holding.lot is 'Which lot. No foreign key, as the row comes with it.';
comment on column lot_holding.operator_id is 'Who holds it: who made it, or to whom it was transferred.';
comment on column lot_holding.facility_scheme is 'At which plant: the scheme of its identifier.';
comment on column lot_holding.facility_value is 'The identifier.';
comment on column lot_holding.received_mg is 'Made or received so far. Of a lot that a transformation makes there is nothing before that transformation is.';
comment on column lot_holding.drawn_mg is 'Consumed and given away so far.';
comment on column lot_holding.claimed_mg is 'Consumed for batteries, by a claim. Both together are never more than was received, whoever forgets to ask.';
comment on column lot_holding.lot_version is 'The version of the lot that was judged: whoever judged another one judges again.';

create table transformation (
  record_id uuid primary key,
  operator_id text not null references operator,
  number text not null,
  version integer not null,
  sha256 text not null,
  type text not null,
  facility_scheme text not null,
  facility_value text not null,
  begun_on date not null,
  ended_on date not null,
  custody_model text not null,
  evidence text[] not null,
  evidence_sha256 text[] not null,
  inputs uuid[] not null,
  input_mg bigint[] not null,
  outputs uuid[] not null,
  unique (operator_id, number),
  check (cardinality(inputs) = cardinality(input_mg))
);
create index on transformation (operator_id, ended_on);
comment on table transformation is 'What was made of lots, as the operators state it now. What was lost and added stands in the record alone.';
comment on column transformation.record_id is 'Its record through all its versions.';
comment on column transformation.operator_id is 'Who did it.';
comment on column transformation.number is 'What that operator calls it.';
comment on column transformation.version is 'The version of the record that these values are of.';
comment on column transformation.sha256 is 'That version''s hash.';
comment on column transformation.type is 'A word of the contract, such as CAM_CALCINATION.';
comment on column transformation.facility_scheme is 'Where: the scheme of the identifier.';
comment on column transformation.facility_value is 'The identifier. Recovery yields are told by site and year.';
comment on column transformation.begun_on is 'First day.';
comment on column transformation.ended_on is 'Last day; its year is the year of the recovery yields.';
comment on column transformation.custody_model is 'Chain of custody model of ISO 22095.';
comment on column transformation.evidence is 'Kinds of documents; the next column goes with it.';
comment on column transformation.evidence_sha256 is 'Their hashes.';
comment on column transformation.inputs is 'The lots it consumed; the next column goes with it.';
comment on column transformation.input_mg is 'How much of each.';
comment on column transformation.outputs is 'The lots it made.';

create table lot_use (
  lot uuid not null,
  transformation uuid not null,
  operator_id text not null,
  mass_mg bigint not null check (mass_mg > 0),
  primary key (lot, transformation)
);
comment on table lot_use is 'Edges of the lineage, as they are walked down: what became of a lot.';
comment on column lot_use.lot is 'Which lot, whoever made it.';
comment on column lot_use.transformation is 'What consumed it.';
comment on column lot_use.operator_id is 'Who did, of what he held.';
comment on column lot_use.mass_mg is 'How much of it.';

create table lot_transfer (
  record_id uuid primary key,
  operator_id text not null references operator,
  number text not null,
  version integer not null,
  sha256 text not null,
  facility_scheme text not null,
  facility_value text not null,
  receiver_id text not null references operator,
  receiver_facility_scheme text not null,
  receiver_facility_value text not null,
  lot uuid not null,
  mass_mg bigint not null check (mass_mg > 0),
  given_on date not null,
  state text not null default 'GIVEN' check (state in ('GIVEN', 'ACCEPTED', 'REFUSED')),
  answer uuid,
  accepted_mg bigint check (accepted_mg > 0 and accepted_mg <= mass_mg),
  unique (operator_id, number)
);
create index on lot_transfer (receiver_id, state);
create index on lot_transfer (lot);
comment on table lot_transfer is 'Lots that change hands: the giver is debited when he says so, the receiver credited when he does; what he refuses is the giver''s again.';
comment on column lot_transfer.record_id is 'The giver''s record through all its versions.';
comment on column lot_transfer.operator_id is 'The giver.';
comment on column lot_transfer.number is 'What the giver calls it, such as the number of his delivery note.';
comment on column lot_transfer.version is 'The version of the record that these values are of.';
comment on column lot_transfer.sha256 is 'That version''s hash.';
comment on column lot_transfer.facility_scheme is 'From which of the giver''s plants: the scheme of its identifier.';
comment on column lot_transfer.facility_value is 'The identifier.';
comment on column lot_transfer.receiver_id is 'Who accepts or refuses. Two who have traded know each other by name.';
comment on column lot_transfer.receiver_facility_scheme is 'To which of the receiver''s plants: the scheme of its identifier.';
comment on column lot_transfer.receiver_facility_value is 'The identifier.';
comment on column lot_transfer.lot is 'Which lot, whoever made it.';
comment on column lot_transfer.mass_mg is 'How much of it.';
comment on column lot_transfer.given_on is 'When it changed hands, as the giver states it.';
comment on column lot_transfer.state is 'GIVEN until its receiver has answered.';
comment on column lot_transfer.answer is 'The receiver''s record.';
comment on column lot_transfer.accepted_mg is 'How much arrived, as the receiver states it; the rest is lost on the way.';

create table pseudonym_key (
  single boolean primary key default true check (single),
  secret bytea not null default uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
);
insert into pseudonym_key default values;
comment on table pseudonym_key is 'The secret by which names are masked: the same on every replica and for good, so that a pseudonym is stable, and nobody can try names.';
comment on column pseudonym_key.single is 'There is one.';
comment on column pseudonym_key.secret is 'Drawn when this file ran: 244 random bits.';

create table lineage_correction (
  single boolean primary key default true check (single),
  made bigint not null default 0
);
insert into lineage_correction default values;
comment on table lineage_correction is 'Statements on lots that were stated anew: two at once are kept one after the other.';
comment on column lineage_correction.single is 'There is one.';
comment on column lineage_correction.made is 'How many so far: whoever judged before another one judges again.';

-- A lot is its operator's business. It is written, and read directly, for a declared operator only; what others may learn is answered by the
-- functions of the next file, and the service masks the names in their answers.

alter table lot enable row level security;
create policy only_as_declared on lot using (operator_id = any (declared_operators()));
grant select, insert, update (version, sha256, material, mass_mg, facility_scheme, facility_value, produced_on, made_by, made_in, made_of, waste_class,
  waste_code, custody_model, elements, total_mg, pre_consumer_mg, post_consumer_mg, assayed, assay_percent, assay_uncertainty, evidence, evidence_sha256)
  on lot to denchi_service;

alter table lot_holding enable row level security;
create policy only_as_declared on lot_holding using (operator_id = any (declared_operators()));
grant select, insert, update (received_mg, drawn_mg, claimed_mg, lot_version) on lot_holding to denchi_service;

alter table transformation enable row level security;
create policy only_as_declared on transformation using (operator_id = any (declared_operators()));
grant select, insert, update (version, sha256, type, facility_scheme, facility_value, begun_on, ended_on, custody_model, evidence, evidence_sha256,
  inputs, input_mg, outputs) on transformation to denchi_service;

alter table lot_use enable row level security;
create policy only_as_declared on lot_use using (operator_id = any (declared_operators()));
grant select, insert, delete on lot_use to denchi_service;

alter table lot_transfer enable row level security;
create policy only_as_declared on lot_transfer using (operator_id = any (declared_operators()));
create policy read_by_its_receiver on lot_transfer for select using (receiver_id = any (declared_operators()));
create policy answered_by_its_receiver on lot_transfer for update using (receiver_id = any (declared_operators()));
grant select, insert, update (version, sha256, facility_scheme, facility_value, receiver_id, receiver_facility_scheme, receiver_facility_value, lot, mass_mg, given_on, state, answer, accepted_mg) on lot_transfer to denchi_service;

grant select on pseudonym_key to denchi_service;
grant select, update (made) on lineage_correction to denchi_service;
