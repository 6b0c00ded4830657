-- Who signs, and with what: the same on every replica, and for ever.

create table issuer (
  did text primary key,
  operator_id text not null references operator
);
comment on table issuer is 'The DIDs under which records are said. A DID is one operator''s for good.';
comment on column issuer.did is 'As the records name it.';
comment on column issuer.operator_id is 'Whose it is: the operator that showed first that it holds a key of it.';

create table issuer_key (
  key_id text primary key,
  id uuid not null unique,
  did text not null references issuer,
  operator_id text not null references operator,
  jwk text not null,
  certificates text,
  custody text,
  custody_name text,
  signs_from timestamptz,
  signs_until timestamptz,
  revoked_at timestamptz,
  revocation_reason text,
  created_at timestamptz not null,
  created_by text not null,
  check ((custody is null) = (custody_name is null)),
  check ((revoked_at is null) = (revocation_reason is null))
);
create index on issuer_key (operator_id, created_at);
create index on issuer_key (did);
create unique index one_key_signs_for_an_operator on issuer_key (operator_id)
  where custody is not null and signs_until is null and revoked_at is null;
comment on table issuer_key is 'Every public key that ever signed records, and the time in which it does. A row is never removed: old records are verified with it.';
comment on column issuer_key.key_id is 'The DID URL in kid of the tokens.';
comment on column issuer_key.id is 'Its name in the interface.';
comment on column issuer_key.did is 'The issuer.';
comment on column issuer_key.operator_id is 'Whose it is.';
comment on column issuer_key.jwk is 'The public key as JWK, without its times.';
comment on column issuer_key.certificates is 'Its certificate and those above it, in PEM; null when it has none.';
comment on column issuer_key.custody is 'Where this service has the private key: keystore, vault or pkcs11. Null when the operator holds it itself.';
comment on column issuer_key.custody_name is 'What the private key is called there.';
comment on column issuer_key.signs_from is 'What is signed earlier does not count; null for always.';
comment on column issuer_key.signs_until is 'What is signed from then on does not count: another key took its place, or its certificate ended. Null for no end.';
comment on column issuer_key.revoked_at is 'What is signed from then on does not count: compromised or withdrawn.';
comment on column issuer_key.revocation_reason is 'As in the JWK (Controlled Identifiers): compromised, superseded or unspecified.';
comment on column issuer_key.created_at is 'When it came here.';
comment on column issuer_key.created_by is 'Who brought it: his operator, and the id of his API key, or issuer and subject of his token; the operator alone when the service made it by itself.';

alter table issuer enable row level security;
create policy read_by_all on issuer for select using (true);
create policy written_as_declared on issuer using (operator_id = any (declared_operators()));
grant select, insert on issuer to denchi_service;

alter table issuer_key enable row level security;
create policy read_by_all on issuer_key for select using (true);
create policy written_as_declared on issuer_key using (operator_id = any (declared_operators()));
grant select, insert, update (certificates, signs_until, revoked_at, revocation_reason) on issuer_key to denchi_service;

-- A signature that did not count never counts, whoever asks: an end comes earlier, never later, and does not go away.
create function an_end_only_comes_earlier() returns trigger language plpgsql as $$
begin
  if new.signs_until is null and old.signs_until is not null or new.signs_until > old.signs_until
    or new.revoked_at is null and old.revoked_at is not null or new.revoked_at > old.revoked_at then
    raise exception 'the key % ended already', old.key_id using errcode = '23514';
  end if;
  return new;
end
$$;
comment on function an_end_only_comes_earlier() is 'Of table issuer_key.';
create trigger an_end_only_comes_earlier before update on issuer_key for each row execute function an_end_only_comes_earlier();
