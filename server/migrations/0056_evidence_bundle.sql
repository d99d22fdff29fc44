-- Evidence bundles for reconsideration and court. 《行政诉讼法》第三十四条、第六十七条，《行政复议法》第四十八条

create table evidence_bundle (
  agency_id uuid not null references agency,
  bundle_id uuid not null,
  dispute_id uuid not null,
  request_id uuid not null,
  with_identity boolean not null default false,
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'failed')),
  fault text,
  ordered_at timestamptz not null,
  ordered_by uuid,
  ordered_name text not null,
  made_at timestamptz,
  entries integer,
  pages integer,
  zip_file_id uuid,
  pdf_file_id uuid,
  sha256 text,
  sm3 text,
  primary key (agency_id, bundle_id),
  foreign key (agency_id, dispute_id) references dispute (agency_id, dispute_id),
  foreign key (agency_id, request_id) references request (agency_id, request_id),
  foreign key (agency_id, zip_file_id) references file (agency_id, file_id),
  foreign key (agency_id, pdf_file_id) references file (agency_id, file_id),
  constraint ready_with_files check (state <> 'ready' or (zip_file_id is not null and pdf_file_id is not null and sha256 is not null))
);
create index evidence_bundle_of_dispute on evidence_bundle (agency_id, dispute_id, ordered_at);
comment on table evidence_bundle is '举证材料：由案卷生成的证据目录、证据材料和核对清单';
comment on column evidence_bundle.sha256 is '清单 bundle.json 的摘要，代表整份材料；另行记下，日后可以核对';
alter table evidence_bundle enable row level security;
create policy one_agency on evidence_bundle
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on evidence_bundle to mingfu_app;
