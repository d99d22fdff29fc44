-- Screening before publication: the office's own words and numbers, what files held, and what a new look at old content
-- found. 《政府信息公开条例》第十七条，《保守国家秘密法》第三十五条

create table screening_entry (
  agency_id uuid not null references agency,
  entry_id uuid not null,
  kind text not null check (kind in
    ('fatal', 'sensitive', 'typo', 'organ', 'leader', 'allowed', 'public-document')),
  words text not null check (words <> ''),
  right_words text,
  valid_from date,
  valid_to date,
  note text not null default '',
  added_at timestamptz not null,
  added_by uuid,
  added_name text not null,
  removed_at timestamptz,
  removed_by uuid,
  primary key (agency_id, entry_id),
  constraint days_in_order check (valid_from <= valid_to)
);
create unique index screening_entry_once on screening_entry (agency_id, kind, words, coalesce(valid_from, '0001-01-01'))
  where removed_at is null;
comment on table screening_entry is '检查词表和名单：本机关的词语、领导职务、不作为问题的号码和词语、已知公开的文件；只注销不删除';

create table screened_file (
  agency_id uuid not null,
  sha256 text not null,
  lists_digest text not null,
  findings jsonb not null,
  unread jsonb not null,
  screened_at timestamptz not null,
  primary key (agency_id, sha256, lists_digest)
);
comment on table screened_file is '附件的检查结果；号码已经遮盖，词表变动后重新检查';

create table screening_issue (
  agency_id uuid not null,
  document_id uuid not null,
  finding_id text not null,
  rule text not null,
  level text not null check (level in ('veto', 'block', 'warn')),
  place text not null,
  message text not null,
  excerpt text not null,
  found_at timestamptz not null,
  assigned_to uuid,
  gone_at timestamptz,
  settled_at timestamptz,
  settled_by uuid,
  settled_name text,
  reason text,
  primary key (agency_id, document_id, finding_id),
  foreign key (agency_id, document_id) references document (agency_id, document_id)
);
create index screening_issue_open on screening_issue (agency_id, level, found_at)
  where settled_at is null and gone_at is null;
comment on table screening_issue is '在网内容复查发现的问题，交由拟稿人处理';

alter table screening_entry enable row level security;
create policy one_agency on screening_entry
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table screened_file enable row level security;
create policy one_agency on screened_file
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table screening_issue enable row level security;
create policy one_agency on screening_issue
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on screening_entry, screened_file, screening_issue to mingfu_app;
grant delete on screened_file to mingfu_app;
