-- Where a message came from, what became of it, and who answers for disclosure in each unit.
-- 《条例》第四十四条第二款、第四十七条第二款、第四十八条

alter table feedback
  add column origin text not null default 'portal' check (origin in ('portal', 'national-platform', 'forwarded')),
  add column origin_number text,
  add column notify_by text check (notify_by in ('mail', 'sms')),
  add column set_aside_at timestamptz,
  add column set_aside_by text,
  add column set_aside_reason text,
  add column document_id uuid,
  add column order_id uuid,
  add column activity_id uuid,
  add column forwarded_to uuid references agency,
  add column forwarded_on date,
  add foreign key (agency_id, document_id) references document (agency_id, document_id),
  add constraint set_aside_is_whole check ((set_aside_at is null) = (set_aside_reason is null)),
  add constraint forwarded_is_whole check ((forwarded_to is null) = (forwarded_on is null));
-- The export of the national platform is taken in again and again; each report is one message.
create unique index feedback_origin_once on feedback (agency_id, origin, origin_number) where origin_number is not null;
comment on column feedback.origin is 'portal 本站 / national-platform 我为政府网站找错平台 / forwarded 其他机关转送';
comment on column feedback.set_aside_at is '无效留言（广告、重复、无实际内容）；不计入答复期限';
comment on column feedback.document_id is '采纳建议后公开的信息';
comment on column feedback.order_id is '投诉举报形成的督办单';
comment on column feedback.activity_id is '投诉举报查实后登记的问题';

alter table notification add column subject_id uuid;
create unique index notification_once_of_subject on notification (agency_id, subject_id, channel, occasion, occasion_on)
  where subject_id is not null;
comment on column notification.subject_id is '不是政府信息公开申请的提醒：留言、征集意见的编号';

create table disclosure_contact (
  agency_id uuid not null references agency,
  contact_id uuid not null,
  department_id uuid,
  name text not null check (name <> ''),
  post text not null default '',
  phone text not null default '',
  from_on date not null,
  to_on date,
  trained_on date,
  handover text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  version integer not null default 1,
  primary key (agency_id, contact_id),
  foreign key (agency_id, department_id) references department (agency_id, department_id),
  constraint days_in_order check (to_on is null or to_on >= from_on)
);
create unique index disclosure_contact_in_office
  on disclosure_contact (agency_id, coalesce(department_id, '00000000-0000-0000-0000-000000000000')) where to_on is null;
comment on table disclosure_contact is '各单位的政府信息公开联系人：任期、交接、培训；department_id 空为机关本身';
alter table disclosure_contact enable row level security;
create policy one_agency on disclosure_contact
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on disclosure_contact to mingfu_app;
