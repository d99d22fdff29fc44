-- 意见征集: a draft put out for comments, what was said to it, and what was made of it.
-- 《规章制定程序条例》第十五条，《重大行政决策程序暂行条例》第十五条

create table opinion_call (
  agency_id uuid not null references agency,
  call_id uuid not null,
  number text not null,
  document_id uuid not null,
  subject text not null check (subject in ('regulation', 'decision', 'market-normative', 'normative', 'other')),
  title text not null,
  explanation text not null,
  other_ways text not null default '',
  opens_on date not null,
  closes_on date not null,
  short_reason text,
  created_at timestamptz not null,
  created_by text not null,
  cancelled_on date,
  cancelled_for text,
  result_text text,
  result_drafted_by text,
  result_drafted_by_id uuid,
  result_returned_for text,
  result_reviewed_by text,
  result_published_at timestamptz,
  final_document_id uuid,
  version integer not null default 1,
  primary key (agency_id, call_id),
  unique (agency_id, number),
  foreign key (agency_id, document_id) references document (agency_id, document_id),
  foreign key (agency_id, final_document_id) references document (agency_id, document_id),
  constraint days_in_order check (closes_on >= opens_on),
  constraint result_is_whole check (result_published_at is null or (result_text is not null and result_reviewed_by is not null)),
  constraint cancelled_is_whole check ((cancelled_on is null) = (cancelled_for is null))
);
create index opinion_call_by_day on opinion_call (agency_id, closes_on);
comment on table opinion_call is '意见征集：征求意见稿是已经发布的信息（document_id），期限、意见、采纳情况';
comment on column opinion_call.short_reason is '期限短于一般要求的理由，一并公布';

create table opinion (
  agency_id uuid not null,
  opinion_id uuid not null,
  call_id uuid not null,
  number text not null,
  way text not null check (way in ('online', 'letter', 'mail', 'meeting', 'phone')),
  clause text not null default '',
  text_sealed bytea not null,
  name_sealed bytea,
  contact_sealed bytea,
  notify_by text check (notify_by in ('mail', 'sms')),
  form_index bytea not null,
  received_at timestamptz not null,
  received_on date not null,
  recorded_by text,
  gist text,
  outcome text check (outcome in ('adopted', 'partly', 'not-adopted', 'noted')),
  reason text,
  weighed_by text,
  version integer not null default 1,
  primary key (agency_id, opinion_id),
  unique (agency_id, number),
  unique (agency_id, form_index),
  foreign key (agency_id, call_id) references opinion_call (agency_id, call_id),
  constraint weighed_is_whole check ((outcome is null) = (gist is null))
);
create index opinion_of_call on opinion (agency_id, call_id, received_at);
comment on table opinion is '征集到的意见；原文和联系方式加密，公布的只有要点（gist）和采纳情况';

alter table opinion_call enable row level security;
create policy one_agency on opinion_call
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table opinion enable row level security;
create policy one_agency on opinion
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on opinion_call, opinion to mingfu_app;
