-- Accounts that nobody uses are disabled. GB/T 22239-2019 8.1.4.2

alter table staff
  add column enabled_at timestamptz,
  add column disabled_because text check (disabled_because in ('by-hand', 'unused'));
comment on column staff.enabled_at is '最近一次恢复的时间，久不使用自此重新计算';
comment on column staff.disabled_because is '停用的原因；unused：久不登录，自动停用';
update staff set disabled_because = 'by-hand' where disabled_at is not null;
