-- The lines of many ledgers as one table. The two bytes below never stand in a line, so that
-- each line arrives as it is. The village is the folder's name.
create function elements(list jsonb) returns setof jsonb language sql immutable
as 'select jsonb_array_elements(list)';
create function texts(list jsonb) returns setof text language sql immutable
as 'select jsonb_array_elements_text(list)';

create table written (village text, line jsonb);
\copy written from program 'awk ''{ split(FILENAME, path, "/"); print path[1] "\002" $0 }'' */ledger.jsonl' with (format csv, delimiter e'\x02', quote e'\x01')

create table line as
select village, (line->>'seq')::bigint as seq, left(line->>'at', 10)::date as day,
  line->>'receipt' as receipt, line->>'kind' as kind, line->'data' as data
from written;
create index on line (village, kind);
analyze line;
