-- Agencies, their departments and staff, numbering, settings, files, audit trail.
-- Every key starts with agency_id: it is the tenant, and the distribution key when one machine is not enough.

create table agency (
  agency_id uuid primary key,
  parent_id uuid references agency,
  path text not null unique,
  slug text not null unique constraint slug_is_a_path_segment check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null,
  short_name text not null,
  org_type text not null check (org_type in ('department', 'government', 'township', 'functional_zone')),
  can_make_regulations boolean not null default false,
  credit_code text,
  region_code text,
  document_word text not null,
  reconsideration_organ text not null,
  court text not null,
  site_id_code text,
  site_domain text,
  is_active boolean not null default true,
  created_at timestamptz not null default now()
);
comment on table agency is '行政机关';
comment on column agency.path is '组织树的物化路径，如 /yahe/yahe-caizheng/';
comment on column agency.document_word is '答复文书的机关代字，如 鸭管公开答';

create table department (
  agency_id uuid not null references agency,
  department_id uuid not null,
  name text not null,
  contact_name text,
  contact_phone text,
  sort_order integer not null default 0,
  is_active boolean not null default true,
  primary key (agency_id, department_id)
);
comment on table department is '内设机构；contact_* 为政府信息公开联系人';

create table staff (
  agency_id uuid not null references agency,
  staff_id uuid not null,
  login text not null unique,
  name text not null,
  department_id uuid,
  roles text[] not null,
  password_hash text not null,
  must_change_password boolean not null default true,
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  last_sign_in_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (agency_id, staff_id),
  foreign key (agency_id, department_id) references department (agency_id, department_id)
);
comment on table staff is '工作人员';

create table staff_session (
  agency_id uuid not null,
  token_hash bytea not null,
  staff_id uuid not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ip text,
  user_agent text,
  primary key (agency_id, token_hash),
  foreign key (agency_id, staff_id) references staff (agency_id, staff_id)
);
create index staff_session_by_token on staff_session (token_hash);

create table counter (
  agency_id uuid not null references agency,
  year integer not null,
  kind text not null,
  value integer not null,
  primary key (agency_id, year, kind)
);
comment on table counter is '编号计数：申请编号、索引号、文号，在同一事务内取号，不跳号';

create table setting (
  agency_id uuid not null references agency,
  key text not null,
  value jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  primary key (agency_id, key)
);

create table holiday_notice (
  notice_id uuid primary key,
  year integer not null,
  document_number text,
  content jsonb not null,
  imported_at timestamptz not null default now(),
  imported_by uuid
);
comment on table holiday_notice is '程序发布之后导入的放假安排通知';

create table file (
  agency_id uuid not null references agency,
  file_id uuid not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  sm3 text not null,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (agency_id, file_id)
);
comment on table file is '文件登记；内容按摘要存放在文件库';

create table audit_entry (
  agency_id uuid not null references agency,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  actor_id uuid,
  action text not null,
  object_kind text,
  object_id uuid,
  detail jsonb not null default '{}',
  ip text,
  previous_hash text not null,
  hash text not null,
  primary key (agency_id, seq)
);
comment on table audit_entry is '审计日志：只增不改，前后以摘要相连';
