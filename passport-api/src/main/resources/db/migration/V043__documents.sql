-- Documents that records point at: their bytes, kept with those of certificates' files, and which versions point at them.

create table document (
  operator_id text not null references operator,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content_id uuid not null,
  media_type text not null,
  size bigint not null,
  kept_at timestamptz not null,
  primary key (operator_id, sha256),
  foreign key (content_id, operator_id) references file_content (content_id, operator_id)
);
create index on document (content_id);
comment on table document is 'A document that an operator keeps here. What a record points at, and is kept, stays; what none points at may go.';
comment on column document.operator_id is 'Whose.';
comment on column document.sha256 is 'SHA-256 of its bytes, in hexadecimal: what records name it by.';
comment on column document.content_id is 'Its bytes.';
comment on column document.media_type is 'What its sender and its bytes both say it is.';
comment on column document.size is 'How many bytes.';
comment on column document.kept_at is 'When it came.';

create table document_pin (
  operator_id text not null references operator,
  sha256 text not null,
  record_id uuid not null,
  version integer not null,
  attribute text not null,
  primary key (operator_id, sha256, record_id, version, attribute)
);
comment on table document_pin is 'Which versions of records point at which documents, kept here or not. Found by it; what a reader may see is told by the version itself.';
comment on column document_pin.operator_id is 'Whose record.';
comment on column document_pin.sha256 is 'The document, as the record names it.';
comment on column document_pin.record_id is 'The record; no foreign key, as records stay.';
comment on column document_pin.version is 'In which version.';
comment on column document_pin.attribute is 'JSON Pointer of the attribute that the document stands in; of versions older than this table the last segment of it.';

alter table document enable row level security;
create policy only_as_declared on document using (operator_id = any (declared_operators()));
grant select, insert, delete on document to denchi_service;

alter table document_pin enable row level security;
create policy only_as_declared on document_pin using (operator_id = any (declared_operators()));
grant select, insert on document_pin to denchi_service;

create function pin_documents(pins json) returns bigint language plpgsql set search_path = passport, pg_temp as $$
declare
  pinned bigint;
begin
  -- whoever removes a document of these operators waits, and then finds the pin; nobody who pins waits for another
  perform pg_advisory_xact_lock_shared(hashtextextended('documents of ' || operators.operator_id, 0))
    from (select distinct operator_id from json_to_recordset(pins) as pin (operator_id text) order by 1) operators;
  insert into document_pin (operator_id, sha256, record_id, version, attribute)
    select distinct operator_id, sha256, record_id, version, attribute
    from json_to_recordset(pins) as pin (operator_id text, sha256 text, record_id uuid, version integer, attribute text);
  get diagnostics pinned = row_count;
  return pinned;
end
$$;
comment on function pin_documents(json) is 'Keeps which documents new versions point at, in the transaction that keeps the versions. Sees and writes what its caller may.';

-- The versions that are there already. A disclosure is [salt, name, value] in base64url; one that jsonb cannot hold is left out.

create function documents_in(disclosure text) returns table (attribute text, sha256 text) language plpgsql as $$
declare
  said jsonb;
begin
  said := convert_from(decode(
    rpad(translate(disclosure, '-_', '+/'), (length(disclosure) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb;
  return query
    select distinct said ->> 1, pinned #>> '{}'
    from jsonb_path_query(said -> 2, '$.** ? (exists (@.url) && exists (@.mediaType)).sha256') pinned
    where pinned #>> '{}' ~ '^[0-9a-f]{64}$';
exception when data_exception then
  return;
end
$$;

insert into document_pin (operator_id, sha256, record_id, version, attribute)
select distinct r.operator_id, d.sha256, r.record_id, r.version, d.attribute
from record r
cross join lateral unnest(string_to_array(r.token, '~')) with ordinality as part (disclosure, place)
cross join lateral documents_in(part.disclosure) d
where r.kind <> 'battery' and part.place > 1 and part.disclosure <> '';

drop function documents_in(text);
