-- Certificates of footprints: files that an operator keeps with a part, and lets single customers have.

create table certificate (
  certificate_id uuid primary key,
  trace_id uuid not null unique references part on delete cascade,
  operator_id text not null references operator,
  description text,
  changed_at timestamptz not null,
  unique (certificate_id, operator_id)
);
comment on table certificate is 'The certificate of a part''s footprint. What is in it are its files.';
comment on column certificate.certificate_id is 'cfpCertificationId, as its operator knows it; a customer knows it by its tradeId.';
comment on column certificate.trace_id is 'Of which part.';
comment on column certificate.operator_id is 'Whose it is; also what files point at, so that none gets into another operator''s certificate.';
comment on column certificate.description is 'cfpCertificationDescription; for its operator alone, as published.';
comment on column certificate.changed_at is 'When it was last changed.';

create table file_content (
  content_id uuid primary key,
  operator_id text not null references operator,
  sha256 text not null,
  size bigint not null check (size > 0),
  kept_at timestamptz not null,
  unique (operator_id, sha256),
  unique (content_id, operator_id)
);
comment on table file_content is 'Bytes that an operator uploaded, each once however many files have them. There is a row only when all of its pieces are there.';
comment on column file_content.content_id is 'The bytes'' own id: pieces point at it.';
comment on column file_content.operator_id is 'Whose; bytes are not shared between operators, so that nobody learns what another has.';
comment on column file_content.sha256 is 'SHA-256 of all bytes, in hexadecimal.';
comment on column file_content.size is 'How many bytes.';
comment on column file_content.kept_at is 'When they came.';

create table file_piece (
  content_id uuid not null,
  number integer not null,
  operator_id text not null references operator,
  bytes bytea not null,
  primary key (content_id, number),
  foreign key (content_id, operator_id) references file_content (content_id, operator_id) on delete cascade
);
-- most of the types are packed already
alter table file_piece alter column bytes set storage external;
comment on table file_piece is 'The bytes in pieces of 256 KiB, so that none of writing and reading has a whole file in memory. No large objects: policies do not hold for those.';
comment on column file_piece.content_id is 'Of which bytes.';
comment on column file_piece.number is 'From 0.';
comment on column file_piece.operator_id is 'Whose.';
comment on column file_piece.bytes is '262 144 of them, but for the last piece.';

create table certificate_file (
  file_id uuid primary key,
  operator_id text not null references operator,
  name text not null,
  registered_at timestamptz not null,
  content_id uuid,
  media_type text,
  size bigint,
  sha256 text,
  certificate_id uuid,
  added_at timestamptz,
  foreign key (content_id, operator_id) references file_content (content_id, operator_id),
  foreign key (certificate_id, operator_id) references certificate (certificate_id, operator_id) on delete cascade,
  check ((content_id is null) = (media_type is null) and (content_id is null) = (size is null) and (content_id is null) = (sha256 is null)),
  check ((certificate_id is null) = (added_at is null) and (certificate_id is null or content_id is not null))
);
create index on certificate_file (certificate_id);
create index on certificate_file (content_id);
create index on certificate_file (operator_id, registered_at) where certificate_id is null;
comment on table certificate_file is 'A file on its way: named, then uploaded, then in a certificate. One that stays on the way is removed after a day.';
comment on column certificate_file.file_id is 'fileId.';
comment on column certificate_file.operator_id is 'Whose.';
comment on column certificate_file.name is 'fileName, in NFC.';
comment on column certificate_file.registered_at is 'When it was named.';
comment on column certificate_file.content_id is 'Its bytes; null until they came.';
comment on column certificate_file.media_type is 'What name and bytes both say it is; null until they came.';
comment on column certificate_file.size is 'How many bytes; null until they came.';
comment on column certificate_file.sha256 is 'SHA-256 of its bytes, in hexadecimal; null until they came.';
comment on column certificate_file.certificate_id is 'In which certificate; null until it is in one.';
comment on column certificate_file.added_at is 'When it got there.';

create table certificate_release (
  trace_id uuid not null references part on delete cascade,
  to_operator_id text not null references operator,
  operator_id text not null references operator,
  released boolean not null,
  decided_at timestamptz not null,
  primary key (trace_id, to_operator_id)
);
comment on table certificate_release is 'Which customers may have the certificate of a part (cfpCertificationAcl). Without a row none may: a document says more than two sums.';
comment on column certificate_release.trace_id is 'Of which part; also of a certificate that comes later.';
comment on column certificate_release.to_operator_id is 'Which customer.';
comment on column certificate_release.operator_id is 'Who decided.';
comment on column certificate_release.released is 'releasedFlag.';
comment on column certificate_release.decided_at is 'When.';

-- A customer reads what was released to him, as long as his request is linked to the part. Whatever is withdrawn is gone at once.

create function certificate_open_to(of_trace uuid, operators text[]) returns boolean language sql stable as $$
  select exists (
    select from passport.certificate_release release
    join passport.trade on trade.upstream_trace_id = release.trace_id and trade.downstream_operator_id = release.to_operator_id
    where release.trace_id = of_trace and release.to_operator_id = any (operators) and release.released
      and trade.request_type = 'CFP' and trade.status <> 'CANCEL')
$$;
comment on function certificate_open_to(uuid, text[]) is 'Whether one of these operators is a customer to whom the certificate of the part was released. Sees what its caller sees.';

alter table certificate enable row level security;
create policy only_as_declared on certificate using (operator_id = any (declared_operators()));
create policy read_where_released on certificate for select using (certificate_open_to(trace_id, declared_operators()));
grant select, insert, delete, update (description, changed_at) on certificate to denchi_service;

alter table certificate_file enable row level security;
create policy only_as_declared on certificate_file using (operator_id = any (declared_operators()));
create policy read_where_released on certificate_file for select using (exists (
  select from certificate where certificate.certificate_id = certificate_file.certificate_id
    and certificate_open_to(certificate.trace_id, declared_operators())));
grant select, insert, delete, update (content_id, media_type, size, sha256, certificate_id, added_at) on certificate_file to denchi_service;

alter table file_content enable row level security;
create policy only_as_declared on file_content using (operator_id = any (declared_operators()));
grant select, insert, delete on file_content to denchi_service;

alter table file_piece enable row level security;
create policy only_as_declared on file_piece using (operator_id = any (declared_operators()));
create policy read_where_released on file_piece for select using (exists (
  select from certificate_file join certificate using (certificate_id)
  where certificate_file.content_id = file_piece.content_id and certificate_open_to(certificate.trace_id, declared_operators())));
grant select, insert on file_piece to denchi_service;

alter table certificate_release enable row level security;
create policy only_as_declared on certificate_release using (operator_id = any (declared_operators()));
create policy read_by_the_customer on certificate_release for select using (to_operator_id = any (declared_operators()));
grant select, insert, update (released, decided_at) on certificate_release to denchi_service;
