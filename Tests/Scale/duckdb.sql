-- The lines of many ledgers as one table, read where they lie. The village is the folder's name.
create macro elements(list) as unnest(list::json[]);
create macro texts(list) as unnest(list::text[]);

create table line as
select parse_dirname(filename) as village, seq, left("at", 10)::date as day, receipt, kind, data
from read_json('*/ledger.jsonl', format = 'newline_delimited', filename = true, columns = {
  seq: 'bigint', "at": 'varchar', receipt: 'varchar', kind: 'varchar', data: 'json'});
