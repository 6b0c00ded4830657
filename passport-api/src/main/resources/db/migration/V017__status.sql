-- Whether each version of a record still stands: the bits of signed status lists (W3C Bitstring Status List).

create table status_segment (
  operator_id text not null references operator,
  segment text not null,
  opened_at timestamptz not null default now(),
  primary key (operator_id, segment)
);
comment on table status_segment is 'The status lists there are: one for each operator, segment and purpose, of 131072 bits. A full one is followed by another.';
comment on column status_segment.operator_id is 'Whose records stand in it.';
comment on column status_segment.segment is 'Part of the list''s address. Random: a number would tell how many records the operator has issued.';
comment on column status_segment.opened_at is 'When its places were drawn.';

create table status_block (
  operator_id text not null,
  segment text not null,
  number integer not null,
  places integer[] not null,
  primary key (operator_id, segment, number),
  foreign key (operator_id, segment) references status_segment
);
comment on table status_block is 'The places of a segment that no replica has taken yet, shuffled when it was opened: neighbours in time are no neighbours in the list, and a place does not count what was issued before it.';
comment on column status_block.operator_id is 'Whose records will stand there.';
comment on column status_block.segment is 'Of which segment.';
comment on column status_block.number is 'Nothing but a name.';
comment on column status_block.places is 'A replica takes the whole row, and hands its places out from memory. What it had left when it ended is never used.';

create table status_bit (
  operator_id text not null references operator,
  segment text not null,
  purpose text not null check (purpose in ('revocation', 'refresh')),
  place integer not null,
  record_id uuid not null,
  version integer not null,
  set_at timestamptz not null,
  reason text,
  primary key (operator_id, segment, purpose, place),
  foreign key (operator_id, segment) references status_segment
);
create index on status_bit (record_id, version);
comment on table status_bit is 'The bits that are set. A bit is never taken back.';
comment on column status_bit.operator_id is 'Whose list it is in.';
comment on column status_bit.segment is 'In which of its lists.';
comment on column status_bit.purpose is 'revocation: its operator stands by it no more; refresh: there is a newer version.';
comment on column status_bit.place is 'The statusListIndex in the token of that version.';
comment on column status_bit.record_id is 'Of which record.';
comment on column status_bit.version is 'Of which version of it.';
comment on column status_bit.set_at is 'When; written in the transaction that revoked or superseded it.';
comment on column status_bit.reason is 'Why it was revoked, in its operator''s words; public.';

create table status_list (
  operator_id text not null references operator,
  segment text not null,
  purpose text not null,
  valid_from timestamptz not null,
  bits_set integer not null,
  valid_until timestamptz not null,
  token text not null,
  primary key (operator_id, segment, purpose, valid_from, bits_set),
  foreign key (operator_id, segment) references status_segment
);
comment on table status_list is 'Every list that was ever signed: the last is served until a bit is set or it is about to end, the others prove how it stood at a time.';
comment on column status_list.operator_id is 'Who signed it.';
comment on column status_list.segment is 'Of which segment.';
comment on column status_list.purpose is 'revocation or refresh.';
comment on column status_list.valid_from is 'When it was signed, to the second; two of one second differ in their bits.';
comment on column status_list.bits_set is 'How many bits are set in it. As none is ever taken back, the number tells whether one was set since.';
comment on column status_list.valid_until is 'From then on it says nothing about the present.';
comment on column status_list.token is 'The JWT exactly as signed.';

alter table record_head add column revoked_at timestamptz;
comment on column record_head.revoked_at is 'When its operator revoked the current version; null while it stands by it. A new version stands again.';
grant update (revoked_at) on record_head to denchi_service;

alter table status_segment enable row level security;
create policy read_by_all on status_segment for select using (true);
create policy written_as_declared on status_segment using (operator_id = any (declared_operators()));
grant select, insert on status_segment to denchi_service;

alter table status_block enable row level security;
create policy only_as_declared on status_block using (operator_id = any (declared_operators()));
grant select, insert, delete, update (number) on status_block to denchi_service; -- update: to lock a row that is taken

alter table status_bit enable row level security;
create policy read_by_all on status_bit for select using (true);
create policy written_as_declared on status_bit using (operator_id = any (declared_operators()));
grant select, insert on status_bit to denchi_service;

alter table status_list enable row level security;
create policy read_by_all on status_list for select using (true);
create policy written_as_declared on status_list using (operator_id = any (declared_operators()));
grant select, insert on status_list to denchi_service;
