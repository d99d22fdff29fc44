-- Ledgers taken in by the worker: checked whole, then imported whole. 《政府信息公开条例》第五十条（统计所依据的台账）

create table ledger_import (
  agency_id uuid not null references agency,
  import_id uuid not null,
  file_name text not null,
  content_sealed bytea,
  state text not null default 'checking' check (state in
    ('checking', 'faulty', 'checked', 'importing', 'imported', 'failed', 'discarded')),
  total integer,
  done integer not null default 0,
  known integer not null default 0,
  fault_count integer not null default 0,
  faults_sealed bytea,
  started_at timestamptz not null,
  started_by uuid,
  started_name text not null,
  confirmed_by uuid,
  confirmed_name text,
  ended_at timestamptz,
  primary key (agency_id, import_id),
  constraint content_while_needed check (state not in ('checking', 'checked', 'importing') or content_sealed is not null)
);
create index ledger_import_by_time on ledger_import (agency_id, started_at);
comment on table ledger_import is '台账导入：上传后在后台检查，检查无误并确认后在后台导入';
comment on column ledger_import.content_sealed is '台账文件；导入、放弃或者逾期之后删除，不再保存申请人信息';
alter table ledger_import enable row level security;
create policy one_agency on ledger_import
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on ledger_import to mingfu_app;
