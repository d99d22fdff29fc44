-- 关联、合并、拆分；更正自身相关的政府信息记录（条例第四十一条）；转主动公开（第四十四条）；机关自有文书模板.

create table request_link (
  agency_id uuid not null,
  request_id uuid not null,
  other_id uuid not null,
  kind text not null check (kind in ('related', 'merged-into', 'split-from')),
  note text not null,
  actor text not null,
  linked_at timestamptz not null,
  primary key (agency_id, request_id, other_id),
  foreign key (agency_id, request_id) references request (agency_id, request_id),
  foreign key (agency_id, other_id) references request (agency_id, request_id),
  constraint not_to_itself check (request_id <> other_id)
);
create index request_link_of_other on request_link (agency_id, other_id);
comment on table request_link is '申请之间的关联：合并办理、一事一申请拆分、其他关联；只增不改';

create table record_correction (
  agency_id uuid not null references agency,
  correction_id uuid not null,
  number text not null,
  applicant_kind text not null check (applicant_kind in ('person', 'organisation')),
  applicant_sealed bytea not null,
  record text not null,
  claim text not null,
  received_on date not null,
  target_on date not null,
  registered_by text not null,
  created_at timestamptz not null,
  result jsonb,
  letter jsonb,
  document_number text,
  decided_on date,
  decided_by text,
  version integer not null default 1,
  primary key (agency_id, correction_id),
  unique (agency_id, number),
  constraint decided_with_a_letter check ((result is null) = (letter is null) and (result is null) = (decided_on is null))
);
create index record_correction_open on record_correction (agency_id, target_on) where decided_on is null;
comment on table record_correction is '要求更正与自身相关的政府信息记录；不计入年度报告表三';
comment on column record_correction.applicant_sealed is '申请人姓名、名称和联系方式：加密存放';

create table publication_proposal (
  agency_id uuid not null,
  proposal_id uuid not null,
  request_id uuid not null,
  file_id uuid,
  title text not null,
  reason text not null,
  decide_by date not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  decision text check (decision in ('publish', 'not-publish')),
  opinion text,
  decided_by text,
  decided_at timestamptz,
  document_id uuid,
  primary key (agency_id, proposal_id),
  foreign key (agency_id, request_id) references request (agency_id, request_id),
  constraint decided_in_words check ((decision is null) = (decided_at is null))
);
comment on table publication_proposal is '依申请公开的信息转为主动公开：限期决定。条例第四十四条';

create table letter_template (
  agency_id uuid not null references agency,
  code text not null,
  file_id uuid not null,
  name text not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  primary key (agency_id, code),
  foreign key (agency_id, file_id) references file (agency_id, file_id)
);
comment on table letter_template is '机关自有的 Word 文书模板';

alter table request_link enable row level security;
create policy one_agency on request_link
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table record_correction enable row level security;
create policy one_agency on record_correction
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table publication_proposal enable row level security;
create policy one_agency on publication_proposal
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table letter_template enable row level security;
create policy one_agency on letter_template
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert on request_link to mingfu_app;
grant select, insert, update on record_correction, publication_proposal to mingfu_app;
grant select, insert, update, delete on letter_template to mingfu_app;
