-- What filing, casework and disputes keep beside the request and its events.

alter table request
  add column hints jsonb not null default '[]',
  add column content_index bytea;
create index request_by_number on request (number);
create index request_by_content on request (agency_id, content_index);
comment on column request.hints is '提交时发现、需要经办人核对或者告知补正的问题';
comment on column request.content_index is '申请内容规整后的带钥摘要，只用于发现内容相同的申请';

-- One filing a key: a second click, or a retry after a crash, finds the first.
create table request_filing (
  agency_id uuid not null references agency,
  filing_key bytea not null,
  request_id uuid not null,
  content_digest bytea not null,
  ip_index bytea,
  filed_at timestamptz not null,
  primary key (agency_id, filing_key)
);
create index request_filing_by_ip on request_filing (ip_index, filed_at);
comment on table request_filing is '提交登记：同一份表单只成立一件申请';
comment on column request_filing.ip_index is '来源网段的带钥摘要，只用于控制提交频次';

-- What somebody has typed and attached on the portal before filing. Sealed, and gone after two days.
create table filing_draft (
  agency_id uuid not null references agency,
  draft_key bytea not null,
  content_sealed bytea not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (agency_id, draft_key)
);
create index filing_draft_by_expiry on filing_draft (agency_id, expires_at);
comment on table filing_draft is '尚未提交的申请表：加密暂存，逾期删除';

alter table request_file
  add column name_sealed bytea,
  add column is_sealed boolean not null default false,
  add column added_at timestamptz not null default now();
comment on column request_file.is_sealed is '内容加密后存入文件库';

alter table letter
  add column title text not null default '',
  add column recipient text not null default 'applicant' check (recipient in ('applicant', 'consulted-party')),
  add column consultation_id uuid,
  add column first_picked_up_at timestamptz;
create index letter_of_request on letter (agency_id, request_id, created_at);
comment on column letter.content is '文书全文，收件人姓名、名称不在其中，出具时从加密的身份信息中取得';
comment on column letter.first_picked_up_at is '申请人第一次在网上取走的时间';

create table consultation (
  agency_id uuid not null,
  request_id uuid not null,
  consultation_id uuid not null,
  party_kind text not null check (party_kind in ('third-party', 'co-maker', 'secrecy-authority')),
  party_sealed bytea not null,
  subject text not null,
  opinion text,
  created_at timestamptz not null default now(),
  primary key (agency_id, request_id, consultation_id),
  foreign key (agency_id, request_id) references request (agency_id, request_id)
);
comment on table consultation is '征求意见：被征求意见一方的名称和联系方式加密存放';

create table request_note (
  agency_id uuid not null,
  request_id uuid not null,
  note_id uuid not null,
  body text not null,
  at timestamptz not null,
  actor text not null,
  actor_id uuid,
  primary key (agency_id, request_id, note_id),
  foreign key (agency_id, request_id) references request (agency_id, request_id)
);
comment on table request_note is '办理备注：联系申请人的记录、内部说明、网上取件记录；只增不改';

alter table dispute
  add column version integer not null default 1,
  add column case_key uuid,
  add column procedure text check (procedure in ('ordinary', 'simplified')),
  add column copy_received_on date,
  add column result_text text,
  add column failed_step text check (failed_step in (
    'receipt', 'correction', 'search', 'consultation', 'ground', 'separation', 'deadline', 'letter', 'service', 'other')),
  add column created_by uuid;
create index dispute_by_filed on dispute (agency_id, filed_on);
comment on column dispute.case_key is '一审、二审共用，表四按一件计';
comment on column dispute.copy_received_on is '收到申请书、起诉状副本之日，答复、举证期限由此起算';
comment on column dispute.failed_step is '被纠正的案件，问题出在哪一个环节';

alter table request_filing enable row level security;
create policy one_agency on request_filing
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table filing_draft enable row level security;
create policy one_agency on filing_draft
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table consultation enable row level security;
create policy one_agency on consultation
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table request_note enable row level security;
create policy one_agency on request_note
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));

grant select, insert on request_filing, request_note to mingfu_app;
grant select, insert, update on consultation to mingfu_app;
grant select, insert, update, delete on filing_draft to mingfu_app;
