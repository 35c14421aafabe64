-- What every account, shelf and card holds, worked out from the lines alone: the same text for
-- DuckDB and PostgreSQL. The table `line` (village, seq, day, receipt, kind, data) comes from
-- duckdb.sql or postgresql.sql, and so do `elements` and `texts`, which make rows of a list.

-- 1. Whose the accounts are, and what counts as today: the day of a ledger's last line.
create table village as
select village, max(case when kind = 'ledgerOpened' then data->>'account' end) as accounts_of,
  max(day) as today
from line group by village;

create table home as
select village, seq, data->>'person' as person, (data->>'from')::date as since,
  data->>'value' as household
from line where kind = 'rosterChanged' and (data->>'what') = 'household';
create index home_of on home (village, person);

-- 2. Points of entries move when a `confirmed` line says so, and by nothing else.
create table entry as
select village, data->>'entry' as entry, data->>'person' as person,
  data->>'household' as household, (data->>'reverses') is not null as is_reversal,
  coalesce(data->>'reverses', data->>'adjusts') as of_entry
from line where kind = 'recorded';

create table effect as
select village, day, month, part->>'entry' as entry,
  (part->>'rating')::decimal(12, 1) as rating, (part->>'spendable')::decimal(12, 1) as spendable
from (
  select village, day, data->>'month' as month, elements(data->'lines') as part
  from line where kind = 'confirmed') as confirmed;

-- Both engines plan better once they have looked at the tables.
analyze;

-- An entry with what it reverses or adjusts, what that one does, and so on to the first.
-- `sign` is -1 for what a reversal takes back, 1 again for the reversal of a reversal.
create table ancestor as
with recursive ancestor (village, entry, earlier, of_entry, is_reversal, sign) as (
  select village, entry, entry, of_entry, is_reversal, 1 from entry
  union all
  select a.village, a.entry, e.entry, e.of_entry, e.is_reversal,
    case when a.is_reversal then -a.sign else 0 end
  from ancestor a join entry e on e.village = a.village and e.entry = a.of_entry)
select * from ancestor;

analyze;

-- 3. The rating: each effect counts in the year of the month of the first entry; a breach that
-- was carried over the year's end takes its points again until a reversal of it takes effect.
create table carried as
select village, year, part->>'entry' as entry, (part->>'points')::decimal(12, 1) as points
from (
  select village, (data->>'year')::int + 1 as year, elements(data->'carried') as part
  from line where kind = 'yearClosed') as closed;

create table rating_move as
select e.village, e.person, e.household, left(first.month, 4)::int as year, f.rating as points
from effect f
join entry e on e.village = f.village and e.entry = f.entry
join ancestor a on a.village = f.village and a.entry = f.entry and a.of_entry is null
join effect first on first.village = f.village and first.entry = a.earlier
union all
select e.village, e.person, e.household, c.year, c.points * a.sign
from carried c
join entry e on e.village = c.village and e.entry = c.entry
join ancestor a on a.village = c.village and a.earlier = c.entry
join effect f on f.village = a.village and f.entry = a.entry;

-- 4. Paper cards: +points when a card goes into somebody's hands, -points when it comes back.
-- With a `person` the points leave that person's account for the card, or come back from it.
create table card_move as
select village, seq, day, person, card,
  direction * split_part(card, '-', 1)::decimal(12, 1) as points
from (
  select village, seq, day, 1 as direction, elements(data->'cards')->>'card' as card,
    case when (data->>'replaces') is null then data->>'person' end as person
  from line where kind = 'cardsIssued'
    and coalesce(data->>'replaces', data->>'person') is not null
  union all
  select village, seq, day, -1, data->>'replaces', null
  from line where kind = 'cardsIssued' and (data->>'replaces') is not null
  union all
  select village, seq, day, -1, texts(data->'cards'), data->>'person'
  from line where kind = 'cardsTaken'
  union all
  select village, seq, day, 1, texts(data->'change'), null
  from line where kind = 'cardsTaken'
  union all
  select village, seq, day, -1, texts(data->'paidBy'->'cards'), null
  from line where kind = 'redeemed'
  union all
  select village, seq, day, 1, texts(data->'paidBy'->'change'), null
  from line where kind = 'redeemed'
  union all
  select village, seq, day, 1, texts(data->'cards'), null
  from line where kind = 'refunded') as named;

-- 5. What else moves spendable points: baskets, what is brought back, cards. The account is that
-- of the person; in a village of household accounts, of the household on that day.
create table basket as
select village, seq, day, kind, receipt, restock, part->>'item' as item,
  coalesce(part->>'batch', '') as batch, (part->>'count')::int as pieces,
  (part->>'count')::int * (part->>'price')::decimal(12, 1) as points
from (
  select village, seq, day, kind, coalesce(data->>'of', receipt) as receipt,
    kind = 'refunded' and (data->>'restock') = 'true' as restock, elements(data->'lines') as part
  from line where kind in ('redeemed', 'refunded')) as lines;

create table buyer as
select village, receipt, (data->>'on')::date as day, data->>'person' as person
from line where kind = 'redeemed' and (data->>'person') is not null;

create table counter_move as
select b.village, b.seq, buyer.person,
  case b.kind when 'redeemed' then buyer.day else b.day end as day,
  case b.kind when 'redeemed' then -b.points else b.points end as points
from basket b join buyer on buyer.village = b.village and buyer.receipt = b.receipt
union all
select village, seq, person, day, -points from card_move where person is not null;

create table counter_move_at_home as
select m.village, m.person, m.points, (
    select h.household from home h
    where h.village = m.village and h.person = m.person and h.seq < m.seq and h.since <= m.day
    order by h.since desc, h.seq desc limit 1) as household
from counter_move m;

-- 6. Lines that name the account itself.
create table account_move as
select village, kind, year,
  coalesce(account->>'person', account->>'household') as account, points
from (
  select village, 'spendable' as kind, null::int as year, part->'account' as account,
    -(part->>'points')::decimal(12, 1) as points
  from (
    select village, elements(data->'lines') as part
    from line where kind = 'spendableExpired') as expired
  union all
  select village, kind, case kind when 'rating' then (part->>'year')::int end, account,
    direction * (part->>'points')::decimal(12, 1)
  from (
    select village, 'spendable' as kind, data->'from' as account, -1 as direction,
      elements(data->'spendable') as part from line where kind = 'balanceMoved'
    union all
    select village, 'spendable', data->'to', 1, elements(data->'spendable')
    from line where kind = 'balanceMoved'
    union all
    select village, 'rating', data->'from', -1, elements(data->'rating')
    from line where kind = 'balanceMoved'
    union all
    select village, 'rating', data->'to', 1, elements(data->'rating')
    from line where kind = 'balanceMoved') as moved) as named;

-- 7. All of it together.
create table points_move as
select m.village, m.kind, m.year,
  case v.accounts_of when 'person' then m.person else m.household end as account, m.points
from (
  select village, 'rating' as kind, year, person, household, points from rating_move
  union all
  select f.village, 'spendable', null, e.person, e.household, f.spendable
  from effect f join entry e on e.village = f.village and e.entry = f.entry
  union all
  select village, 'spendable', null, person, household, points from counter_move_at_home) as m
join village v on v.village = m.village
union all
select village, kind, year, account, points from account_move;

analyze;

-- The answers -------------------------------------------------------------------------------

-- Spendable points of each account, and its rating points of each year without the base.
create table points_held as
select village, kind, year, account, sum(points) as points
from points_move group by village, kind, year, account;

-- Every person, or every household that somebody belongs to today.
create table account as
select distinct village, case accounts_of when 'person' then person else household end as account
from (
  select h.*, v.accounts_of, row_number() over (
    partition by h.village, h.person order by h.since desc, h.seq desc) as newest
  from home h join village v on v.village = h.village and h.since <= v.today) as lived
where newest = 1;

analyze;

-- Every account as `xinyi balance` shows it: the base, and the rating of today's year.
create table balance as
select a.village, a.account, coalesce(spendable.points, 0) as spendable,
  coalesce(rating.points, 0) + (
    select (data->'settings'->>'base')::decimal(12, 1) from line
    where line.village = a.village and line.kind = 'settingsSet'
      and (data->>'from') <= left(v.today::text, 7)
    order by seq desc limit 1) as rating
from account a
join village v on v.village = a.village
left join points_held spendable on spendable.village = a.village
  and spendable.account = a.account and spendable.kind = 'spendable'
left join points_held rating on rating.village = a.village and rating.account = a.account
  and rating.kind = 'rating' and rating.year = extract(year from v.today);

-- Points on each card that is in somebody's hands.
create table card_held as
select village, card, sum(points) as points
from card_move group by village, card having sum(points) <> 0;

-- Pieces on the shelf: what was counted last of a batch, and what came and went since. Services
-- never arrive, so nothing is held of them.
create table shelf_move as
select village, seq, kind, data->>'item' as item, coalesce(data->>'batch', '') as batch,
  case when kind in ('goodsReceived', 'goodsCounted') then 1 else -1 end
    * (data->>'count')::int as pieces
from line where kind in ('goodsReceived', 'goodsCounted', 'goodsWrittenOff', 'goodsReturned')
union all
select village, seq, kind, item, batch, case kind when 'redeemed' then -pieces else pieces end
from basket where kind = 'redeemed' or restock;

create table shelf as
select village, item, sum(pieces) as pieces
from (
  select m.*, max(case when kind = 'goodsCounted' then seq end)
    over (partition by village, item, batch) as counted
  from shelf_move m) as moved
where seq >= coalesce(counted, 0) and exists (
  select 1 from line r where r.village = moved.village and r.kind = 'goodsReceived'
    and (r.data->>'item') = moved.item)
group by village, item;
