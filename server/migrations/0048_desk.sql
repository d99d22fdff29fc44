-- 工作台: views that somebody keeps, absences with a deputy, and reminders to a person.

create table queue_view (
  agency_id uuid not null,
  view_id uuid not null,
  staff_id uuid not null,
  name text not null,
  filter jsonb not null,
  created_at timestamptz not null,
  primary key (agency_id, view_id),
  unique (agency_id, staff_id, name),
  foreign key (agency_id, staff_id) references staff (agency_id, staff_id)
);
comment on table queue_view is '保存的筛选，各人自用';

create table staff_absence (
  agency_id uuid not null,
  absence_id uuid not null,
  staff_id uuid not null,
  deputy_id uuid not null,
  from_on date not null,
  to_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (agency_id, absence_id),
  foreign key (agency_id, staff_id) references staff (agency_id, staff_id),
  foreign key (agency_id, deputy_id) references staff (agency_id, staff_id),
  constraint absence_has_days check (to_on >= from_on),
  constraint somebody_else_deputises check (deputy_id <> staff_id)
);
comment on table staff_absence is '休假、出差期间的代理：期间内由代理人接收提醒、看到其经办的申请';

create table staff_reminder (
  agency_id uuid not null,
  reminder_id uuid not null,
  staff_id uuid not null,
  request_id uuid not null,
  code text not null,
  level text not null check (level in ('overdue', 'urgent', 'soon', 'note')),
  text text not null,
  basis text not null,
  made_at timestamptz not null,
  read_at timestamptz,
  primary key (agency_id, reminder_id),
  unique (agency_id, staff_id, request_id, code),
  foreign key (agency_id, request_id) references request (agency_id, request_id)
);
create index staff_reminder_unread on staff_reminder (agency_id, staff_id, made_at) where read_at is null;
comment on table staff_reminder is '催办提醒：同一人、同一件、同一环节只提醒一次';

alter table queue_view enable row level security;
create policy one_agency on queue_view
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table staff_absence enable row level security;
create policy one_agency on staff_absence
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table staff_reminder enable row level security;
create policy one_agency on staff_reminder
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update, delete on queue_view to mingfu_app;
grant select, insert, update on staff_absence, staff_reminder to mingfu_app;
