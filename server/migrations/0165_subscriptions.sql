-- Saved searches and news of an organ by mail, and the record of what was sent.

create table subscription (
  agency_id uuid not null references agency,
  subscription_id uuid not null,
  topic jsonb not null,
  frequency text not null check (frequency in ('daily', 'weekly')),
  address_sealed bytea not null,
  address_index bytea not null,
  state text not null check (state in ('waiting', 'active')),
  created_at timestamptz not null,
  confirmed_at timestamptz,
  -- What was published up to this moment has been sent or was there before.
  seen_until timestamptz not null,
  mailed_on date,
  primary key (agency_id, subscription_id),
  constraint active_is_confirmed check ((state = 'active') = (confirmed_at is not null))
);
create unique index subscription_once on subscription (agency_id, address_index, topic);
create index subscription_by_state on subscription (state, created_at);
comment on table subscription is '邮件订阅：检索条件或者机关的新信息；邮箱加密保存，退订和逾期未确认的即删除';
comment on column subscription.topic is '订阅的条件：检索词、机关、内容种类、有效性';
comment on column subscription.address_index is '带密钥的摘要，同一邮箱同一条件只订一次';

create table subscription_mail (
  agency_id uuid not null references agency,
  mail_id uuid not null,
  topic_text text not null,
  occasion text not null check (occasion in ('confirm', 'digest')),
  documents uuid[] not null default '{}',
  state text not null check (state in ('sent', 'failed')),
  sent_at timestamptz not null,
  reference text,
  error text,
  primary key (agency_id, mail_id)
);
create index subscription_mail_by_time on subscription_mail (agency_id, sent_at desc);
comment on table subscription_mail is '订阅邮件的回执：何时发出、发了哪些信息、结果；不记收件人';

alter table subscription enable row level security;
create policy one_agency on subscription
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table subscription_mail enable row level security;
create policy one_agency on subscription_mail
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update, delete on subscription to mingfu_app;
grant select, insert on subscription_mail to mingfu_app;
