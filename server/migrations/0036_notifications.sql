-- Messages to applicants by mail and SMS: wanted or not, and a record of each, whether it went out or not.

alter table request
  add column notify_by text check (notify_by in ('mail', 'sms'));
comment on column request.notify_by is '申请人要的提醒方式；空为不要提醒';

create table notification (
  agency_id uuid not null references agency,
  notification_id uuid not null,
  request_id uuid,
  channel text not null check (channel in ('mail', 'sms')),
  occasion text not null,
  occasion_on date not null,
  to_sealed bytea not null,
  to_masked text not null,
  subject text not null,
  body text not null,
  state text not null check (state in ('waiting', 'sent', 'failed', 'not-sent')),
  attempts integer not null default 0,
  created_at timestamptz not null,
  tried_at timestamptz,
  sent_at timestamptz,
  reference text,
  error text,
  primary key (agency_id, notification_id),
  foreign key (agency_id, request_id) references request (agency_id, request_id),
  constraint sent_has_a_moment check ((state = 'sent') = (sent_at is not null))
);
create unique index notification_once on notification (agency_id, request_id, channel, occasion, occasion_on)
  where request_id is not null;
create index notification_by_time on notification (agency_id, created_at desc);
comment on table notification is '提醒记录：每条提醒发给谁、什么内容、何时发出、结果；正文只有编号和网址';
comment on column notification.state is 'not-sent：没有配置发送服务或者没有联系方式，没有发出';
comment on column notification.reference is '邮件服务器、短信网关返回的编号';

alter table notification enable row level security;
create policy one_agency on notification
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on notification to mingfu_app;
