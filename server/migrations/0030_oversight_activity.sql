-- 监督保障记录: problems and what became of them stand beside training, inspection and the rest; a record is withdrawn,
-- never deleted. 《政府信息公开条例》第四十六条至第四十八条、第五十条
alter table oversight_activity drop constraint oversight_activity_kind_check;
alter table oversight_activity
  add constraint oversight_activity_kind_check check (kind in (
    'training', 'publicity', 'inspection', 'assessment', 'evaluation', 'accountability', 'problem')),
  add column remedy text not null default '',
  add column resolved_on date,
  add column withdrawn_at timestamptz,
  add column version integer not null default 1,
  add constraint oversight_activity_participants check (participants >= 0),
  add constraint oversight_activity_resolved check (resolved_on is null or kind = 'problem');
create index oversight_activity_by_day on oversight_activity (agency_id, held_on);
comment on table oversight_activity is '培训、宣传、督查、考核、社会评议、责任追究、存在问题的记录，供年度报告取数';
comment on column oversight_activity.remedy is '问题的改进情况';
revoke delete on oversight_activity from mingfu_app;
