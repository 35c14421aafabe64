-- What the villages still owe their people in goods, by village: on accounts and on cards.
select village, sum(spendable) as on_accounts, (
    select coalesce(sum(points), 0) from card_held c where c.village = b.village) as on_cards
from balance b group by village order by on_accounts desc, village;

-- What the points of a year were given and taken for, in all villages together.
select left(f.month, 4) as year, e.data->>'rule' as rule, count(*) as entries,
  sum(f.rating) as rating
from effect f
join line e on e.village = f.village and e.kind = 'recorded' and (e.data->>'entry') = f.entry
group by left(f.month, 4), e.data->>'rule' order by year, entries desc, rule;

-- How much of what was recorded was objected to, and how that ended.
select coalesce(r.data->>'outcome', 'open') as outcome, count(*) as objections
from line o
left join line r on r.village = o.village and r.kind = 'objectionResolved'
  and (r.data->>'objection') = (o.data->>'objection')
where o.kind = 'objectionFiled'
group by coalesce(r.data->>'outcome', 'open') order by outcome;
