-- Disclosure upon request. 《政府信息公开条例》第二十七条至第四十五条
-- State and deadline on the row are what law reads off the events; both are written in one transaction.

create table request (
  agency_id uuid not null references agency,
  request_id uuid not null,
  number text not null,
  query_code_hash bytea not null,
  channel text not null,
  applicant_kind text not null check (applicant_kind in ('person', 'organisation')),
  applicant_class text check (applicant_class in (
    'natural-person', 'commercial-enterprise', 'research-institution',
    'public-interest-org', 'legal-service-org', 'other-org')),
  description text not null,
  info_title text,
  info_document_number text,
  info_index_number text,
  purpose text,
  wanted_medium text not null,
  wanted_delivery text not null,
  accepts_other_form boolean not null default true,
  state text not null,
  outcome text,
  received_on date,
  due_on date,
  due_is_provisional boolean not null default false,
  concluded_on date,
  served_on date,
  handler_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (agency_id, request_id),
  unique (agency_id, number)
);
create index request_by_due on request (agency_id, state, due_on);
create index request_by_received on request (agency_id, received_on);
create index request_by_query_code on request (agency_id, query_code_hash);
comment on table request is '政府信息公开申请';
comment on column request.query_code_hash is '查询码的摘要；查询码本身只在回执上出现一次';
comment on column request.purpose is '所需信息的用途：选填，不得据此为难申请人';

create table applicant (
  agency_id uuid not null,
  request_id uuid not null,
  name_sealed bytea not null,
  identity_kind text not null,
  identity_number_sealed bytea,
  identity_index bytea,
  organisation_sealed bytea,
  contact_sealed bytea not null,
  agent_sealed bytea,
  primary key (agency_id, request_id),
  foreign key (agency_id, request_id) references request (agency_id, request_id)
);
create index applicant_by_identity on applicant (agency_id, identity_index);
comment on table applicant is '申请人身份：加密存放，默认遮盖，绝不进入门户';
comment on column applicant.identity_index is '证件号码的带钥摘要，只用于发现同一申请人';

create table request_event (
  agency_id uuid not null,
  request_id uuid not null,
  seq integer not null,
  kind text not null,
  occurred_on date not null,
  facts jsonb not null,
  note text,
  recorded_at timestamptz not null default now(),
  actor text not null,
  actor_id uuid,
  primary key (agency_id, request_id, seq),
  foreign key (agency_id, request_id) references request (agency_id, request_id)
);
comment on table request_event is '办理经过：只增不改，状态与期限由此算出';

create table request_file (
  agency_id uuid not null,
  request_id uuid not null,
  file_id uuid not null,
  purpose text not null check (purpose in ('attachment', 'identity-proof', 'evidence', 'answer', 'letter')),
  primary key (agency_id, request_id, file_id),
  foreign key (agency_id, request_id) references request (agency_id, request_id),
  foreign key (agency_id, file_id) references file (agency_id, file_id)
);

create table request_evidence (
  agency_id uuid not null,
  request_id uuid not null,
  evidence_id uuid not null,
  kind text not null,
  facts jsonb not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (agency_id, request_id, evidence_id),
  foreign key (agency_id, request_id) references request (agency_id, request_id)
);
comment on table request_evidence is '检索记录、保密审查、区分处理等决定前应当在卷的材料';

create table letter (
  agency_id uuid not null,
  letter_id uuid not null,
  request_id uuid not null,
  kind text not null,
  document_number text,
  issued_on date not null,
  content jsonb not null,
  pdf_file_id uuid,
  docx_file_id uuid,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (agency_id, letter_id),
  unique (agency_id, document_number),
  foreign key (agency_id, request_id) references request (agency_id, request_id),
  foreign key (agency_id, pdf_file_id) references file (agency_id, file_id),
  foreign key (agency_id, docx_file_id) references file (agency_id, file_id)
);
comment on table letter is '发出的文书：回执、补正告知书、延期答复告知书、答复书等';

create table dispute (
  agency_id uuid not null references agency,
  dispute_id uuid not null,
  request_id uuid,
  block text not null check (block in ('review', 'litigation_direct', 'litigation_after_review')),
  role text not null check (role in ('original', 'co-defendant-reviewer')),
  organ text not null,
  case_number text,
  filed_on date not null,
  concluded_on date,
  outcome text check (outcome in ('upheld', 'corrected', 'other')),
  note text,
  created_at timestamptz not null default now(),
  primary key (agency_id, dispute_id),
  foreign key (agency_id, request_id) references request (agency_id, request_id),
  constraint concluded_with_an_outcome check ((concluded_on is null) = (outcome is null))
);
comment on table dispute is '因政府信息公开工作引起的行政复议、行政诉讼';

-- Second wall: a connection sees one agency's requests, or all of them when the door says so.
alter table request enable row level security;
create policy one_agency on request
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table applicant enable row level security;
create policy one_agency on applicant
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table request_event enable row level security;
create policy one_agency on request_event
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table request_file enable row level security;
create policy one_agency on request_file
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table request_evidence enable row level security;
create policy one_agency on request_evidence
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table letter enable row level security;
create policy one_agency on letter
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table dispute enable row level security;
create policy one_agency on dispute
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
