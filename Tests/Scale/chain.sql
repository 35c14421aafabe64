-- Lines that are not what their hash was made of, or that do not name the line before: none.
-- The ending `,"hash":"…"}` is 75 bytes long. One column, since the byte \x02 never stands in it.
select village, seq
from (
  select parse_dirname(filename) as village, (line->>'seq')::int as seq, line->>'prev' as prev,
    line->>'hash' as hash, sha256(left(line, -75)) as computed,
    lag(line->>'hash', 1, repeat('0', 64)) over (
      partition by filename order by (line->>'seq')::int) as before
  from read_csv('*/ledger.jsonl', columns = {line: 'text'}, header = false, filename = true,
    delim = '\x02', quote = '', escape = '', max_line_size = 65536)) as lines
where hash <> computed or prev <> before
order by all;
