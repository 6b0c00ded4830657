-- The tables of the service once more, so that its own stay clean: columns, storage, indexes and foreign keys the same.
drop schema if exists bench cascade;
create schema bench;
create table bench.record (like passport.record including all, foreign key (operator_id) references passport.operator);
create table bench.record_head (like passport.record_head including all, foreign key (operator_id) references passport.operator);
create table bench.passport (like passport.passport including all);
create table bench.outbox (like passport.outbox including all);
create table bench.audit_log (like passport.audit_log including all);
