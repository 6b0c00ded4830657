-- Claims of recycled content on lots, and what became of them each time they were judged.

create table claim (
  record_id uuid primary key,
  operator_id text not null references operator,
  model_id text not null,
  facility_scheme text not null,
  facility_value text not null,
  year integer not null,
  version integer not null,
  sha256 text not null,
  flagged_by uuid,
  flagged_at timestamptz
);
create index on claim (operator_id, model_id, year);
comment on table claim is 'Recycled-content records that name the lots behind their shares.';
comment on column claim.record_id is 'The recycled-content record through all its versions.';
comment on column claim.operator_id is 'Whose claim it is.';
comment on column claim.model_id is 'The battery model.';
comment on column claim.facility_scheme is 'The plant: the scheme of its identifier.';
comment on column claim.facility_value is 'The identifier.';
comment on column claim.year is 'The year.';
comment on column claim.version is 'The version of the record that these values are of.';
comment on column claim.sha256 is 'That version''s hash.';
comment on column claim.flagged_by is 'The record behind it that was stated anew after the claim was judged; null when there is none. It is judged again before it is shown.';
comment on column claim.flagged_at is 'When that was.';

create table claim_use (
  claim uuid not null,
  lot uuid not null,
  consumed_on date not null,
  operator_id text not null,
  mass_mg bigint not null check (mass_mg > 0),
  primary key (claim, lot, consumed_on)
);
create index on claim_use (lot);
comment on table claim_use is 'Edges of the lineage: which lots went into the batteries of a claim.';
comment on column claim_use.claim is 'Which claim.';
comment on column claim_use.lot is 'Which lot, whoever made it.';
comment on column claim_use.consumed_on is 'When; in the claim''s year.';
comment on column claim_use.operator_id is 'Whose claim it is.';
comment on column claim_use.mass_mg is 'How much of it. It is drawn from what the plant holds, so that it backs nothing else.';

create table claim_verdict (
  claim uuid not null,
  number integer not null,
  operator_id text not null,
  record_version integer not null,
  state text not null check (state in ('SUPPORTED', 'CONTRADICTED', 'INCOMPLETE')),
  behind_sha256 text not null,
  document bytea not null,
  judged_at timestamptz not null,
  primary key (claim, number)
);
comment on table claim_verdict is 'What was found of a claim, each time it was found otherwise than before. Never overwritten.';
comment on column claim_verdict.claim is 'Which claim.';
comment on column claim_verdict.number is 'From 1, without gaps.';
comment on column claim_verdict.operator_id is 'Whose claim it is.';
comment on column claim_verdict.record_version is 'The version of the record that was judged.';
comment on column claim_verdict.state is 'What was found.';
comment on column claim_verdict.behind_sha256 is 'SHA-256 over the hashes of all that was behind the claim then: the same is not judged twice.';
comment on column claim_verdict.document is 'The figures, as JSON. It names nobody and no lot.';
comment on column claim_verdict.judged_at is 'When.';

alter table claim enable row level security;
create policy only_as_declared on claim using (operator_id = any (declared_operators()));
grant select, insert, update (version, sha256, flagged_by, flagged_at) on claim to denchi_service;

alter table claim_use enable row level security;
create policy only_as_declared on claim_use using (operator_id = any (declared_operators()));
grant select, insert, delete on claim_use to denchi_service;

alter table claim_verdict enable row level security;
create policy only_as_declared on claim_verdict using (operator_id = any (declared_operators()));
grant select, insert on claim_verdict to denchi_service;

-- Mass-balance custody: what a site may allocate (ISO 22095-2).

create table allocation (
  operator_id text not null references operator,
  facility_scheme text not null,
  facility_value text not null,
  element text not null,
  origin text not null,
  year integer not null,
  quarter integer not null check (quarter between 1 and 4),
  inflow_mg bigint not null,
  allocated_mg bigint not null,
  primary key (operator_id, facility_scheme, facility_value, element, origin, year, quarter)
);
comment on table allocation is 'Movements of the allocation accounts: what came in to a site under mass-balance custody and what was allocated, by element, class and balancing period.';
comment on column allocation.operator_id is 'Whose site it is.';
comment on column allocation.facility_scheme is 'The site: the scheme of its identifier.';
comment on column allocation.facility_value is 'The identifier.';
comment on column allocation.element is 'The element.';
comment on column allocation.origin is 'PRE_CONSUMER or POST_CONSUMER; primary mass needs no credit.';
comment on column allocation.year is 'The year of the balancing period.';
comment on column allocation.quarter is 'Its quarter.';
comment on column allocation.inflow_mg is 'What came in, times the conversion.';
comment on column allocation.allocated_mg is 'What was allocated to outputs.';

create table allocation_site (
  operator_id text not null references operator,
  facility_scheme text not null,
  facility_value text not null,
  moves integer not null default 0,
  primary key (operator_id, facility_scheme, facility_value)
);
comment on table allocation_site is 'One row for each site that allocates: two transformations that allocate there are judged one after the other.';
comment on column allocation_site.operator_id is 'Whose site it is.';
comment on column allocation_site.facility_scheme is 'The scheme of its identifier.';
comment on column allocation_site.facility_value is 'The identifier.';
comment on column allocation_site.moves is 'How often its accounts moved: whoever judged before another move judges again.';

alter table allocation enable row level security;
create policy only_as_declared on allocation using (operator_id = any (declared_operators()));
grant select, insert, update (inflow_mg, allocated_mg) on allocation to denchi_service;

alter table allocation_site enable row level security;
create policy only_as_declared on allocation_site using (operator_id = any (declared_operators()));
grant select, insert, update (moves) on allocation_site to denchi_service;
