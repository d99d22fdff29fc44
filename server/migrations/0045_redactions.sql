-- 区分处理: boxes drawn over the pages of a file, and the version that leaves the house. 《政府信息公开条例》第三十七条

create table redaction (
  agency_id uuid not null,
  redaction_id uuid not null,
  request_id uuid not null,
  source_file_id uuid not null,
  pages jsonb not null,
  marks jsonb not null default '[]',
  marked_by uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  released_at timestamptz,
  released_by uuid,
  released_file_id uuid,
  proof jsonb,
  primary key (agency_id, redaction_id),
  foreign key (agency_id, request_id) references request (agency_id, request_id),
  foreign key (agency_id, source_file_id) references file (agency_id, file_id),
  foreign key (agency_id, released_file_id) references file (agency_id, file_id),
  constraint released_with_proof check ((released_file_id is null) = (proof is null))
);
create index redaction_of_request on redaction (agency_id, request_id, created_at);
comment on table redaction is '遮盖：工作版本的遮盖框，以及检验合格后的公开版本';
comment on column redaction.marks is '遮盖框：页码、位置、依据、遮盖的内容名称；不记录被遮盖的文字';

create table redaction_revision (
  agency_id uuid not null,
  redaction_id uuid not null,
  version integer not null,
  marks jsonb not null,
  saved_at timestamptz not null,
  actor text not null,
  actor_id uuid,
  primary key (agency_id, redaction_id, version),
  foreign key (agency_id, redaction_id) references redaction (agency_id, redaction_id)
);
comment on table redaction_revision is '遮盖框的每一次保存；只增不改';

alter table redaction enable row level security;
create policy one_agency on redaction
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table redaction_revision enable row level security;
create policy one_agency on redaction_revision
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on redaction to mingfu_app;
grant select, insert on redaction_revision to mingfu_app;
