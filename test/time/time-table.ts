/**
 * Times as people say them, and the days they mean to someone asking on Wednesday, 14 June 2017. One line each:
 * the words | the days (`..` for an open side, ` or ` between the readings of an ambiguous one) | how finely.
 */
export const today = '2017-06-14';

export const timeTable = `
2016-04-08 | 2016-04-08 | day
2016-4-8 | 2016-04-08 | day
2016/04/08 | 2016-04-08 | day
2016.04.08 | 2016-04-08 | day
20160408 | 2016-04-08 | day
2016-04-08T21:15:00Z | 2016-04-08 | day
２０１６-０４-０８ | 2016-04-08 | day
8.4.2016 | 2016-04-08 | day
08.04.2016 | 2016-04-08 | day
8. 4. 2016 | 2016-04-08 | day
13/08/2016 | 2016-08-13 | day
08/13/2016 | 2016-08-13 | day
13-08-2016 | 2016-08-13 | day
04/04/2016 | 2016-04-04 | day
31/12/15 | 2015-12-31 | day
04/08/2016 | 2016-08-04 or 2016-04-08 | day
4/8/2016 | 2016-08-04 or 2016-04-08 | day
04-08-2016 | 2016-08-04 or 2016-04-08 | day
4/8/16 | 2016-08-04 or 2016-04-08 | day
4/5 | 2017-05-04 or 2017-04-05 | day
25/12 | 2016-12-25 | day
8.4. | 2017-04-08 | day
8 April 2016 | 2016-04-08 | day
08 April 2016 | 2016-04-08 | day
8th April 2016 | 2016-04-08 | day
8th of April 2016 | 2016-04-08 | day
8th of April, 2016 | 2016-04-08 | day
the 8th of April 2016 | 2016-04-08 | day
the eighth of April 2016 | 2016-04-08 | day
on 8 April 2016 | 2016-04-08 | day
8. April 2016 | 2016-04-08 | day
8-Apr-2016 | 2016-04-08 | day
8-Apr 2016 | 2016-04-08 | day
8 Apr 2016 | 2016-04-08 | day
8 apr '16 | 2016-04-08 | day
8 APRIL 2016 | 2016-04-08 | day
April 8, 2016 | 2016-04-08 | day
April 8 2016 | 2016-04-08 | day
april 8th 2016 | 2016-04-08 | day
April the 8th, 2016 | 2016-04-08 | day
Apr. 8, 2016 | 2016-04-08 | day
Apr 8 2016? | 2016-04-08 | day
2016 April 8 | 2016-04-08 | day
2016, 8 April | 2016-04-08 | day
Friday 8 April 2016 | 2016-04-08 | day
Friday, April 8, 2016 | 2016-04-08 | day
Fri. 8 Apr 2016 | 2016-04-08 | day
twenty-first of March 2016 | 2016-03-21 | day
March thirty-first 2016 | 2016-03-31 | day
29 February 2016 | 2016-02-29 | day
8 Febuary 2016 | 2016-02-08 | day
3 Septmber 2016 | 2016-09-03 | day
Decemeber 2015 | 2015-12-01..2015-12-31 | month
Aprill 2016 | 2016-04-01..2016-04-30 | month
8 April | 2017-04-08 | day
Apr 8 | 2017-04-08 | day
April 8th | 2017-04-08 | day
14 June | 2017-06-14 | day
15 June | 2016-06-15 | day
29 February | 2016-02-29 | day
8 April last year | 2016-04-08 | day
the 8th | 2017-06-08 | day
the 20th | 2017-05-20 | day
April 2016 | 2016-04-01..2016-04-30 | month
april, 2016 | 2016-04-01..2016-04-30 | month
Apr 2016 | 2016-04-01..2016-04-30 | month
April of 2016 | 2016-04-01..2016-04-30 | month
2016 April | 2016-04-01..2016-04-30 | month
April '16 | 2016-04-01..2016-04-30 | month
the month of April 2016 | 2016-04-01..2016-04-30 | month
2016-04 | 2016-04-01..2016-04-30 | month
2016/04 | 2016-04-01..2016-04-30 | month
04/2016 | 2016-04-01..2016-04-30 | month
4.2016 | 2016-04-01..2016-04-30 | month
February 2015 | 2015-02-01..2015-02-28 | month
February 2016 | 2016-02-01..2016-02-29 | month
May 2016 | 2016-05-01..2016-05-31 | month
in May | 2017-05-01..2017-05-31 | month
June | 2017-06-01..2017-06-30 | month
July | 2016-07-01..2016-07-31 | month
April last year | 2016-04-01..2016-04-30 | month
last April | 2017-04-01..2017-04-30 | month
last June | 2016-06-01..2016-06-30 | month
this September | 2017-09-01..2017-09-30 | month
2016 | 2016-01-01..2016-12-31 | year
in 2016 | 2016-01-01..2016-12-31 | year
the year 2016 | 2016-01-01..2016-12-31 | year
all of 2016 | 2016-01-01..2016-12-31 | year
throughout 2016 | 2016-01-01..2016-12-31 | year
'16 | 2016-01-01..2016-12-31 | year
1969 | 1969-01-01..1969-12-31 | year
the 1990s | 1990-01-01..1999-12-31 | span
1990's | 1990-01-01..1999-12-31 | span
the 90s | 1990-01-01..1999-12-31 | span
the '80s | 1980-01-01..1989-12-31 | span
early 2010s | 2010-01-01..2013-12-31 | span
the 21st century | 2001-01-01..2100-12-31 | span
spring 2016 | 2016-03-01..2016-05-31 | season
Spring of 2016 | 2016-03-01..2016-05-31 | season
the summer of 2016 | 2016-06-01..2016-08-31 | season
autumn 2016 | 2016-09-01..2016-11-30 | season
fall 2016 | 2016-09-01..2016-11-30 | season
winter 2015 | 2015-12-01..2016-02-29 | season
winter 2016 | 2016-12-01..2017-02-28 | season
last summer | 2016-06-01..2016-08-31 | season
last spring | 2017-03-01..2017-05-31 | season
this summer | 2017-06-01..2017-08-31 | season
late summer 2016 | 2016-08-01..2016-08-31 | span
Q2 2016 | 2016-04-01..2016-06-30 | quarter
2016 Q2 | 2016-04-01..2016-06-30 | quarter
2016-Q2 | 2016-04-01..2016-06-30 | quarter
2Q 2016 | 2016-04-01..2016-06-30 | quarter
q4 2015 | 2015-10-01..2015-12-31 | quarter
second quarter of 2016 | 2016-04-01..2016-06-30 | quarter
the last quarter of 2016 | 2016-10-01..2016-12-31 | quarter
third quarter 2016 | 2016-07-01..2016-09-30 | quarter
last quarter | 2017-01-01..2017-03-31 | quarter
this quarter | 2017-04-01..2017-06-30 | quarter
first half of 2016 | 2016-01-01..2016-06-30 | span
the second half of 2016 | 2016-07-01..2016-12-31 | span
H1 2016 | 2016-01-01..2016-06-30 | span
the first half of April 2016 | 2016-04-01..2016-04-15 | span
second half of February 2016 | 2016-02-16..2016-02-29 | span
the first three months of 2016 | 2016-01-01..2016-03-31 | span
last 2 months of 2016 | 2016-11-01..2016-12-31 | span
the first ten days of April 2016 | 2016-04-01..2016-04-10 | span
early April 2016 | 2016-04-01..2016-04-10 | span
mid April 2016 | 2016-04-11..2016-04-20 | span
mid-April 2016 | 2016-04-11..2016-04-20 | span
late April 2016 | 2016-04-21..2016-04-30 | span
late February 2016 | 2016-02-21..2016-02-29 | span
the beginning of April 2016 | 2016-04-01..2016-04-10 | span
the middle of April 2016 | 2016-04-11..2016-04-20 | span
end of April 2016 | 2016-04-21..2016-04-30 | span
late in April 2016 | 2016-04-21..2016-04-30 | span
early 2016 | 2016-01-01..2016-04-30 | span
mid-2016 | 2016-05-01..2016-08-31 | span
late 2016 | 2016-09-01..2016-12-31 | span
at the start of 2017 | 2017-01-01..2017-04-30 | span
first week of April 2016 | 2016-04-01..2016-04-07 | week
the first week of April 2016 | 2016-04-01..2016-04-07 | week
the 1st week in April 2016 | 2016-04-01..2016-04-07 | week
second week of April 2016 | 2016-04-08..2016-04-14 | week
third week of April 2016 | 2016-04-15..2016-04-21 | week
the fourth week of April 2016 | 2016-04-22..2016-04-28 | week
the fifth week of April 2016 | 2016-04-29..2016-04-30 | week
last week of April 2016 | 2016-04-24..2016-04-30 | week
the final week of 2016 | 2016-12-25..2016-12-31 | week
first week of April | 2017-04-01..2017-04-07 | week
the week of 8 April 2016 | 2016-04-04..2016-04-10 | week
week of April 8, 2016 | 2016-04-04..2016-04-10 | week
the week of the 8th of April 2016 | 2016-04-04..2016-04-10 | week
the week beginning 4 April 2016 | 2016-04-04..2016-04-10 | week
week ending 10 April 2016 | 2016-04-04..2016-04-10 | week
2016-W14 | 2016-04-04..2016-04-10 | week
week 14 of 2016 | 2016-04-04..2016-04-10 | week
W14 2016 | 2016-04-04..2016-04-10 | week
week 1 of 2016 | 2016-01-04..2016-01-10 | week
week 53, 2015 | 2015-12-28..2016-01-03 | week
the weekend of 9 April 2016 | 2016-04-09..2016-04-10 | span
first weekend of April 2016 | 2016-04-02..2016-04-03 | span
the first Monday of April 2016 | 2016-04-04 | day
last Friday of March 2016 | 2016-03-25 | day
the fifth Monday in February 2016 | 2016-02-29 | day
the last day of February 2016 | 2016-02-29 | day
the first day of 2016 | 2016-01-01 | day
1–15 April 2016 | 2016-04-01..2016-04-15 | span
1-15 April 2016 | 2016-04-01..2016-04-15 | span
1 - 15 April 2016 | 2016-04-01..2016-04-15 | span
1 to 15 April 2016 | 2016-04-01..2016-04-15 | span
1st–15th of April 2016 | 2016-04-01..2016-04-15 | span
April 1–15, 2016 | 2016-04-01..2016-04-15 | span
April 1 to 15, 2016 | 2016-04-01..2016-04-15 | span
from 1 to 15 April 2016 | 2016-04-01..2016-04-15 | span
between 1 and 15 April 2016 | 2016-04-01..2016-04-15 | span
between April 1 and 15, 2016 | 2016-04-01..2016-04-15 | span
1 April to 15 May 2016 | 2016-04-01..2016-05-15 | span
28 March – 3 April 2016 | 2016-03-28..2016-04-03 | span
28 December 2015 – 3 January 2016 | 2015-12-28..2016-01-03 | span
28 December – 3 January 2016 | 2015-12-28..2016-01-03 | span
2016-04-01 to 2016-04-15 | 2016-04-01..2016-04-15 | span
2016-04-01..2016-04-15 | 2016-04-01..2016-04-15 | span
2016-04-01 – 2016-04-15 | 2016-04-01..2016-04-15 | span
13/04/2016 to 15/04/2016 | 2016-04-13..2016-04-15 | span
from March to May 2016 | 2016-03-01..2016-05-31 | span
March–May 2016 | 2016-03-01..2016-05-31 | span
March through May 2016 | 2016-03-01..2016-05-31 | span
between March and May 2016 | 2016-03-01..2016-05-31 | span
between November and February 2016 | 2015-11-01..2016-02-29 | span
November 2015 to February | 2015-11-01..2016-02-29 | span
from March 2016 to May 2017 | 2016-03-01..2017-05-31 | span
July and August 2015 | 2015-07-01..2015-08-31 | span
December 2015 and January 2016 | 2015-12-01..2016-01-31 | span
2015-2016 | 2015-01-01..2016-12-31 | span
2015–2016 | 2015-01-01..2016-12-31 | span
2015–16 | 2015-01-01..2016-12-31 | span
2015/16 | 2015-01-01..2016-12-31 | span
2010 to 2012 | 2010-01-01..2012-12-31 | span
between 2010 and 2012 | 2010-01-01..2012-12-31 | span
2015 and 2016 | 2015-01-01..2016-12-31 | span
from spring 2015 until autumn 2016 | 2015-03-01..2016-11-30 | span
March to May | 2017-03-01..2017-05-31 | span
before 2003 | ..2002-12-31 | span
before April 2016 | ..2016-03-31 | span
before 8 April 2016 | ..2016-04-07 | span
prior to 2003 | ..2002-12-31 | span
until March 2017 | ..2017-03-31 | span
up to 2010 | ..2010-12-31 | span
by 8 April 2016 | ..2016-04-08 | span
since March 2017 | 2017-03-01..2017-06-14 | span
since 8 April 2016 | 2016-04-08..2017-06-14 | span
since Monday | 2017-06-12..2017-06-14 | span
since yesterday | 2017-06-13..2017-06-14 | span
after 2003 | 2004-01-01.. | span
after 8 April 2016 | 2016-04-09.. | span
2010 onwards | 2010-01-01.. | span
from 2010 on | 2010-01-01.. | span
from March 2017 onwards | 2017-03-01.. | span
2010 and later | 2010-01-01.. | span
today | 2017-06-14 | day
yesterday | 2017-06-13 | day
yesturday | 2017-06-13 | day
yesterday evening | 2017-06-13 | day
last night | 2017-06-13 | day
tomorrow | 2017-06-15 | day
tommorow | 2017-06-15 | day
the day before yesterday | 2017-06-12 | day
3 days ago | 2017-06-11 | day
three days ago | 2017-06-11 | day
a couple of days ago | 2017-06-12 | day
a week ago | 2017-06-05..2017-06-11 | week
two weeks ago | 2017-05-29..2017-06-04 | week
a fortnight ago | 2017-05-29..2017-06-04 | week
3 months ago | 2017-03-01..2017-03-31 | month
a year ago | 2016-01-01..2016-12-31 | year
a year ago today | 2016-06-14 | day
10 years ago | 2007-01-01..2007-12-31 | year
this day in 2010 | 2010-06-14 | day
last week | 2017-06-05..2017-06-11 | week
this week | 2017-06-12..2017-06-18 | week
next week | 2017-06-19..2017-06-25 | week
last weekend | 2017-06-10..2017-06-11 | span
this weekend | 2017-06-17..2017-06-18 | span
last month | 2017-05-01..2017-05-31 | month
this month | 2017-06-01..2017-06-30 | month
last year | 2016-01-01..2016-12-31 | year
this year | 2017-01-01..2017-12-31 | year
last decade | 2000-01-01..2009-12-31 | span
early last month | 2017-05-01..2017-05-10 | span
the end of last year | 2016-09-01..2016-12-31 | span
the past 7 days | 2017-06-08..2017-06-14 | span
past 7 days | 2017-06-08..2017-06-14 | span
the last seven days | 2017-06-08..2017-06-14 | span
in the last 30 days | 2017-05-16..2017-06-14 | span
the past week | 2017-06-08..2017-06-14 | span
the past two weeks | 2017-06-01..2017-06-14 | span
the past month | 2017-05-15..2017-06-14 | span
past 3 months | 2017-03-15..2017-06-14 | span
the past year | 2016-06-15..2017-06-14 | span
the last 24 hours | 2017-06-13..2017-06-14 | span
Tuesday | 2017-06-13 | day
on Wednesday | 2017-06-14 | day
Thursday | 2017-06-08 | day
last Tuesday | 2017-06-13 | day
last Wednesday | 2017-06-07 | day
last wednsday | 2017-06-07 | day
this Friday | 2017-06-16 | day
next Friday | 2017-06-16 | day
Tuesday last week | 2017-06-06 | day
Christmas 2015 | 2015-12-25 | day
Christmas Day 2015 | 2015-12-25 | day
christmas eve 2015 | 2015-12-24 | day
Christmas | 2016-12-25 | day
last Christmas | 2016-12-25 | day
New Year's Eve 2015 | 2015-12-31 | day
New Year’s Day 2016 | 2016-01-01 | day
Boxing Day 2004 | 2004-12-26 | day
Halloween 2015 | 2015-10-31 | day
St. Patrick's Day 2016 | 2016-03-17 | day
Easter 2016 | 2016-03-27 | day
Easter Sunday 2017 | 2017-04-16 | day
Good Friday 2016 | 2016-03-25 | day
Whit Monday 2016 | 2016-05-16 | day
Thanksgiving 2016 | 2016-11-24 | day
Black Friday 2016 | 2016-11-25 | day
Chinese New Year 2016 | 2016-02-08 | day
the day after Christmas 2015 | 2015-12-26 | day
2016年4月8日 | 2016-04-08 | day
2016年4月8号 | 2016-04-08 | day
２０１６年４月８日 | 2016-04-08 | day
二〇一六年四月八日 | 2016-04-08 | day
2016 年 4 月 8 日 | 2016-04-08 | day
2016年12月31日 | 2016-12-31 | day
4月8日 | 2017-04-08 | day
2016年4月 | 2016-04-01..2016-04-30 | month
四月 | 2017-04-01..2017-04-30 | month
十二月 | 2016-12-01..2016-12-31 | month
去年四月 | 2016-04-01..2016-04-30 | month
2016年 | 2016-01-01..2016-12-31 | year
去年 | 2016-01-01..2016-12-31 | year
今年 | 2017-01-01..2017-12-31 | year
前年 | 2015-01-01..2015-12-31 | year
20世纪90年代 | 1990-01-01..1999-12-31 | span
2016年春天 | 2016-03-01..2016-05-31 | season
2015年冬季 | 2015-12-01..2016-02-29 | season
2016年第二季度 | 2016-04-01..2016-06-30 | quarter
2016年上半年 | 2016-01-01..2016-06-30 | span
2016年4月上旬 | 2016-04-01..2016-04-10 | span
2016年4月中旬 | 2016-04-11..2016-04-20 | span
2016年4月底 | 2016-04-21..2016-04-30 | span
2016年底 | 2016-09-01..2016-12-31 | span
2016年4月第一周 | 2016-04-01..2016-04-07 | week
2016年4月1日至15日 | 2016-04-01..2016-04-15 | span
2016年3月到5月 | 2016-03-01..2016-05-31 | span
从2016年3月到2017年5月 | 2016-03-01..2017-05-31 | span
2003年以前 | ..2002-12-31 | span
2017年3月以来 | 2017-03-01..2017-06-14 | span
2003年之后 | 2004-01-01.. | span
今天 | 2017-06-14 | day
昨天 | 2017-06-13 | day
前天 | 2017-06-12 | day
3天前 | 2017-06-11 | day
两周前 | 2017-05-29..2017-06-04 | week
三个月前 | 2017-03-01..2017-03-31 | month
上周 | 2017-06-05..2017-06-11 | week
上个星期 | 2017-06-05..2017-06-11 | week
本周 | 2017-06-12..2017-06-18 | week
上周二 | 2017-06-06 | day
星期二 | 2017-06-13 | day
上个月 | 2017-05-01..2017-05-31 | month
过去7天 | 2017-06-08..2017-06-14 | span
最近三个月 | 2017-03-15..2017-06-14 | span
2015年圣诞节 | 2015-12-25 | day
2016年春节 | 2016-02-08 | day
the week before last | 2017-05-29..2017-06-04 | week
the month before last | 2017-04-01..2017-04-30 | month
this past week | 2017-06-08..2017-06-14 | span
the weekend | 2017-06-10..2017-06-11 | span
earlier this year | 2017-01-01..2017-06-14 | span
the end of the month | 2017-06-21..2017-06-30 | span
last year in April | 2016-04-01..2016-04-30 | month
winter 2015/16 | 2015-12-01..2016-02-29 | season
winter 2015-2016 | 2015-12-01..2016-02-29 | season
1999/2000 | 1999-01-01..2000-12-31 | span
the nineties | 1990-01-01..1999-12-31 | span
from 8 April 2016 until now | 2016-04-08..2017-06-14 | span
AD 1066 | 1066-01-01..1066-12-31 | year
2016年4月8日星期五 | 2016-04-08 | day
two days after 8 April 2016 | 2016-04-10 | day
the week of Christmas 2015 | 2015-12-21..2015-12-27 | week
between Christmas 2015 and New Year's Day 2016 | 2015-12-25..2016-01-01 | span
`;
