-- 第二种身份鉴别：动态口令（RFC 6238）和恢复码. GB/T 22239-2019 8.1.4.1 d

alter table staff
  add column second_factor_at timestamptz;
comment on column staff.second_factor_at is '启用动态口令的时间；空为没有启用';

alter table staff_session
  add column code_needed boolean not null default false;
comment on column staff_session.code_needed is '密码正确，动态口令还没有输入；此时不能办理任何事项';

create table staff_second_factor (
  agency_id uuid not null,
  staff_id uuid not null,
  secret_sealed bytea not null,
  last_step integer not null default 0,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (agency_id, staff_id),
  foreign key (agency_id, staff_id) references staff (agency_id, staff_id)
);
comment on table staff_second_factor is '动态口令的密钥，加密保存；confirmed_at 为空的，还没有用一次口令确认';
comment on column staff_second_factor.last_step is '最近一次用过的时间步；同一个口令不能再用';

create table staff_recovery_code (
  agency_id uuid not null,
  staff_id uuid not null,
  code_digest bytea not null,
  used_at timestamptz,
  primary key (agency_id, staff_id, code_digest),
  foreign key (agency_id, staff_id) references staff (agency_id, staff_id)
);
comment on table staff_recovery_code is '恢复码的带钥摘要；每个只能用一次';

alter table staff_second_factor enable row level security;
create policy one_agency on staff_second_factor
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table staff_recovery_code enable row level security;
create policy one_agency on staff_recovery_code
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update, delete on staff_second_factor, staff_recovery_code to mingfu_app;
