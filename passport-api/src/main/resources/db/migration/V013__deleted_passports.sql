alter table passport add column marked_for_deletion_at timestamptz;
comment on column passport.marked_for_deletion_at is 'When its battery''s last version was issued (EN 18222 DeleteDPPById); null while there is a passport. The row stays: a product identifier is never given twice.';
