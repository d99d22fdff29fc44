-- 政务信息报送: internal items for leaders, apart from government information; nothing here is ever public.

create table briefing_rules (
  agency_id uuid not null references agency,
  version integer not null,
  scores jsonb not null,
  reason text not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (agency_id, version)
);
comment on table briefing_rules is '政务信息分值表：每次改动为一个版本，只增不改';

create table briefing_call (
  agency_id uuid not null references agency,
  call_id uuid not null,
  from_office text not null,
  topic text not null,
  requirements text not null default '',
  unit_ids uuid[] not null default '{}',
  issued_on date not null,
  due_on date not null,
  closed_on date,
  issued_by text not null,
  version integer not null default 1,
  primary key (agency_id, call_id)
);
comment on table briefing_call is '约稿：上级或者本级办公室要的信息，主题和截止日期；unit_ids 为空的，约全部单位';

create table briefing_item (
  agency_id uuid not null references agency,
  item_id uuid not null,
  number text,
  call_id uuid,
  kind text not null check (kind in ('news', 'experience', 'opinion', 'problem', 'research', 'urgent')),
  department_id uuid not null,
  title text not null,
  body text not null,
  author text not null,
  signed_by text not null default '',
  event_at timestamptz,
  state text not null check (state in ('draft', 'submitted', 'editing', 'returned', 'adopted', 'not-adopted')),
  submitted_at timestamptz,
  submitted_title text,
  submitted_body text,
  likeness numeric(5, 4),
  like_item_id uuid,
  facts_corrected text not null default '',
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (agency_id, item_id),
  unique (agency_id, number),
  foreign key (agency_id, call_id) references briefing_call (agency_id, call_id),
  foreign key (agency_id, department_id) references department (agency_id, department_id),
  check ((submitted_at is null) = (submitted_body is null))
);
create index briefing_item_by_state on briefing_item (agency_id, state, submitted_at);
create index briefing_item_by_unit on briefing_item (agency_id, department_id, submitted_at);
comment on table briefing_item is '政务信息：内部报送，不是政府信息，不公开';
comment on column briefing_item.submitted_body is '报送时的原文；body 为编辑后的文字';
comment on column briefing_item.likeness is '报送时与以往信息的最高文字相似度';

create table briefing_event (
  agency_id uuid not null,
  item_id uuid not null,
  seq integer not null,
  kind text not null,
  facts jsonb not null,
  recorded_at timestamptz not null,
  actor text not null,
  actor_id uuid,
  primary key (agency_id, item_id, seq),
  foreign key (agency_id, item_id) references briefing_item (agency_id, item_id)
);
comment on table briefing_event is '政务信息办理经过：只增不改';

create table briefing_credit (
  agency_id uuid not null,
  credit_id uuid not null,
  department_id uuid not null,
  item_id uuid,
  kind text not null check (kind in ('adoption', 'instruction', 'deduction')),
  level text not null check (level in ('own', 'city', 'province', 'nation')),
  code text not null,
  label text not null,
  detail text not null default '',
  on_day date not null,
  points numeric(8, 2) not null,
  rules_version integer not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  cancelled_at timestamptz,
  cancelled_for text,
  primary key (agency_id, credit_id),
  foreign key (agency_id, item_id) references briefing_item (agency_id, item_id),
  foreign key (agency_id, department_id) references department (agency_id, department_id),
  check (item_id is not null or kind = 'deduction'),
  check ((cancelled_at is null) = (cancelled_for is null))
);
create index briefing_credit_by_day on briefing_credit (agency_id, on_day);
create index briefing_credit_of on briefing_credit (agency_id, item_id);
comment on table briefing_credit is '采用、批示和扣分，各记当时的分值';

create table briefing_bulletin (
  agency_id uuid not null references agency,
  bulletin_id uuid not null,
  paper text not null,
  editor text not null,
  year integer,
  issue integer,
  total_issue integer,
  score_code text not null,
  item_ids uuid[] not null,
  report_to text not null default '',
  send_to text not null default '',
  issued_on date,
  signed_by text,
  contents jsonb,
  drafted_by text not null,
  drafted_by_id uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (agency_id, bulletin_id),
  unique (agency_id, paper, total_issue),
  check ((issued_on is null) = (contents is null)),
  check ((issued_on is null) = (issue is null))
);
comment on table briefing_bulletin is '政务信息期刊；签发时固定各条文字';

alter table briefing_rules enable row level security;
create policy one_agency on briefing_rules
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table briefing_call enable row level security;
create policy one_agency on briefing_call
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table briefing_item enable row level security;
create policy one_agency on briefing_item
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table briefing_event enable row level security;
create policy one_agency on briefing_event
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table briefing_credit enable row level security;
create policy one_agency on briefing_credit
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table briefing_bulletin enable row level security;
create policy one_agency on briefing_bulletin
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));

grant select, insert on briefing_rules, briefing_event to mingfu_app;
grant select, insert, update on briefing_call, briefing_item, briefing_credit, briefing_bulletin to mingfu_app;
