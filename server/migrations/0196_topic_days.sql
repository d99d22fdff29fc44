-- When a topic was opened and closed, for the yearly report of the website. 国办函〔2018〕12号
alter table hot_topic
  add column opened_on date,
  add column closed_on date;
comment on column hot_topic.opened_on is '开设日期；升级以前开设的不详';
comment on column hot_topic.closed_on is '不再展示的日期';
