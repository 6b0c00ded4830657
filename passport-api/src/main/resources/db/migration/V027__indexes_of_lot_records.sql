-- Who reads a record of a transfer is asked by the receiver's record too, and a transformation that is stated anew takes its edges back.

create index on lot_transfer (answer) where answer is not null;
create index on lot_use (transformation);
