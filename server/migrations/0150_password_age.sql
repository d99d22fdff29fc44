-- Since when a password has been in use. GB/T 22239-2019 8.1.4.1 a

alter table staff
  add column password_changed_at timestamptz;
update staff set password_changed_at = created_at;
comment on column staff.password_changed_at is '本人最近一次修改密码的时间；空为还没有修改过初始密码';
