-- Row-level security asks of every part that is read or written whether somebody was asked about it, also where it is the operator's own:
-- without an index each such question read all requests of the service, and a change of a leaf grew with the tree (deploy/bench, chain).
create index on trade (downstream_trace_id);
