-- Where staff are reached, and the record of each notice to them.

create table staff_contact (
  agency_id uuid not null,
  staff_id uuid not null,
  mail_sealed bytea,
  mail_masked text,
  mobile_sealed bytea,
  mobile_masked text,
  by_mail boolean not null default true,
  by_sms boolean not null default false,
  least_level text not null default 'soon' check (least_level in ('overdue', 'urgent', 'soon', 'note')),
  quiet_from smallint check (quiet_from between 0 and 23),
  quiet_to smallint check (quiet_to between 0 and 24),
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (agency_id, staff_id),
  foreign key (agency_id, staff_id) references staff (agency_id, staff_id),
  constraint quiet_hours_are_whole check ((quiet_from is null) = (quiet_to is null))
);
comment on table staff_contact is '工作人员的邮箱、手机，加密保存；以及本人选择的提醒方式';
comment on column staff_contact.least_level is '达到这一级的才用邮件、短信提醒';
comment on column staff_contact.quiet_from is '本人的免打扰时段；空为按本机关的规定';

alter table notification
  add column staff_id uuid,
  add column number text,
  add column link text,
  add constraint notification_to_staff foreign key (agency_id, staff_id) references staff (agency_id, staff_id);
comment on column notification.staff_id is '发给工作人员的；空为发给申请人或者试发';
comment on column notification.number is '所说的编号，短信模板的参数';
comment on column notification.link is '所附的网址，短信模板的参数';

alter table staff_contact enable row level security;
create policy one_agency on staff_contact
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on staff_contact to mingfu_app;
