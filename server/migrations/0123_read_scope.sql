-- 知悉范围: who of the organ may read a case. Null follows the office's own rule.

alter table request
  add column read_scope text check (read_scope in ('office', 'department', 'handler'));
comment on column request.read_scope is '知悉范围：本机关、经办人所在机构、本件经办人员；空的依本机关的规定';
