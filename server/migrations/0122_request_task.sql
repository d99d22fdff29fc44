-- 待办事项: what somebody is to do on a case by a day, beside what the law asks.

create table request_task (
  agency_id uuid not null references agency,
  task_id uuid not null,
  request_id uuid not null,
  what text not null check (length(what) between 1 and 200),
  staff_id uuid not null,
  due_on date,
  made_at timestamptz not null,
  made_by uuid,
  made_name text not null,
  done_at timestamptz,
  done_by uuid,
  done_name text,
  primary key (agency_id, task_id),
  foreign key (agency_id, request_id) references request (agency_id, request_id),
  constraint done_by_somebody check ((done_at is null) = (done_name is null))
);
create index request_task_of_case on request_task (agency_id, request_id);
create index request_task_open on request_task (agency_id, staff_id, due_on) where done_at is null;
comment on table request_task is '申请案卷的待办事项；不影响答复期限';
alter table request_task enable row level security;
create policy one_agency on request_task
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on request_task to mingfu_app;
