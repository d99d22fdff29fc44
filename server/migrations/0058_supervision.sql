-- Supervision of the agencies below. 《政府信息公开条例》第四十六条至第四十九条、第五十一条、第五十三条

create table supervision_order (
  agency_id uuid not null references agency,
  order_id uuid not null,
  to_agency_id uuid not null references agency,
  number text not null,
  ground text not null check (ground in (
    'overdue', 'differing-answers', 'failure-to-disclose', 'complaint', 'annual-report', 'inspection', 'other')),
  subject text not null,
  demand text not null,
  request_number text,
  issued_on date not null,
  reply_by date not null,
  issued_by uuid,
  issued_name text not null,
  reply text,
  replied_on date,
  replied_name text,
  settled_on date,
  settlement text check (settlement in ('accepted', 'returned')),
  remark text,
  version integer not null default 1,
  primary key (agency_id, order_id),
  unique (agency_id, number),
  constraint reply_is_whole check ((reply is null) = (replied_on is null))
);
create index supervision_order_to on supervision_order (to_agency_id, issued_on);
comment on table supervision_order is '督办：主管部门要求下级机关限期办理并回复';
alter table supervision_order enable row level security;
create policy both_sides on supervision_order
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text, to_agency_id::text));
grant select, insert, update on supervision_order to mingfu_app;

create table supervision_record (
  agency_id uuid not null references agency,
  record_id uuid not null,
  about_agency_id uuid not null references agency,
  kind text not null check (kind in ('inspection', 'assessment', 'evaluation', 'accountability')),
  held_on date not null,
  title text not null,
  findings text not null default '',
  score numeric(6, 2),
  rectify_by date,
  rectified_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  recorded_name text not null,
  primary key (agency_id, record_id)
);
create index supervision_record_about on supervision_record (agency_id, held_on);
comment on table supervision_record is '对下级机关的监督检查、考核、社会评议、责任追究的记录';
alter table supervision_record enable row level security;
create policy both_sides on supervision_record
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text, about_agency_id::text));
grant select, insert, update on supervision_record to mingfu_app;
