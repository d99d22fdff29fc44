-- What the clocks of a dispute need, and its result in the words of the law.

alter table dispute
  add column accepted_on date,
  add column result text,
  add constraint concluded_after_filing check (concluded_on is null or concluded_on >= filed_on);
update dispute set procedure = 'ordinary' where procedure is null;
alter table dispute alter column procedure set not null, alter column procedure set default 'ordinary';
comment on column dispute.accepted_on is '受理、立案之日，审理期限由此起算';
comment on column dispute.result is '复议、诉讼结果，表四的列由此得出';
