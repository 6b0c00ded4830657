-- pgbench sees variables in quoted text, too; so what has a colon is given from outside
\set serial random(1000000000, 9000000000000000)
with given as (
  select uuidv7() as record_id, :prefix::text || gen_random_uuid() as subject),
records as (
  insert into bench.record (record_id, version, kind, operator_id, subject, token, sha256, issued_at, submitted_by, service_provider)
  select record_id, 1, 'battery', :operator::text, subject, :token::text, :sha256::text, now(), :submitter::text, :provider::text from given),
heads as (
  insert into bench.record_head (subject, record_id, version, operator_id)
  select subject, record_id, 1, :operator::text from given),
passports as (
  insert into bench.passport (subject, product_identifier, operator_id)
  select subject, :product::text || :serial::text, :operator::text from given),
audit as (
  insert into bench.audit_log (operator_id, sequence, entry, sha256) select :operator::text, :serial::bigint, :entry::text, :sha256::text)
insert into bench.outbox (id, aggregatetype, aggregateid, type, payload, operator_id)
select record_id || '/1', 'battery', subject, :type::text, convert_to(:payload::text, 'UTF8'), :operator::text from given;
