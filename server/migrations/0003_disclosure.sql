-- Proactive disclosure. 《政府信息公开条例》第十九条至第二十六条

create table catalogue_node (
  agency_id uuid not null references agency,
  node_id uuid not null,
  parent_id uuid,
  code text not null,
  title text not null,
  description text not null default '',
  keywords text not null default '',
  column_type text not null,
  legal_item text,
  sort_order integer not null default 0,
  primary key (agency_id, node_id),
  unique (agency_id, code),
  foreign key (agency_id, parent_id) references catalogue_node (agency_id, node_id)
);
comment on table catalogue_node is '主动公开基本目录的栏目';
comment on column catalogue_node.legal_item is '第二十条、第二十一条的项，如 A20_01';

create table document (
  agency_id uuid not null references agency,
  document_id uuid not null,
  kind text not null,
  node_id uuid,
  title text not null,
  document_number text,
  index_number text,
  genre text,
  issuer text not null,
  topic_category text,
  legal_item text not null,
  key_areas text[] not null default '{}',
  keywords text[] not null default '{}',
  summary text not null default '',
  source text not null default '',
  registration_number text,
  written_on date not null,
  effective_on date,
  expires_on date,
  validity text not null default 'in-force' check (validity in ('in-force', 'amended', 'expired', 'repealed')),
  validity_changed_on date,
  attribute text not null check (attribute in ('proactive', 'upon-request', 'withheld')),
  attribute_reason text,
  state text not null,
  content_digest text not null,
  approved_digest text,
  publish_due_on date,
  published_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (agency_id, document_id),
  unique (agency_id, index_number),
  foreign key (agency_id, node_id) references catalogue_node (agency_id, node_id)
);
create index document_published on document (agency_id, published_at desc) where published_at is not null;
create index document_by_node on document (agency_id, node_id, published_at desc);
comment on table document is '政府信息（主动公开）';
comment on column document.approved_digest is '签发时的内容摘要；之后有改动，签发即失效';
comment on column document.kind is 'regulation 规章 / normative 行政规范性文件 / 其他内容种类';

create table document_body (
  agency_id uuid not null,
  document_id uuid not null,
  html text not null,
  plain_text text not null,
  primary key (agency_id, document_id),
  foreign key (agency_id, document_id) references document (agency_id, document_id)
);

create table document_file (
  agency_id uuid not null,
  document_id uuid not null,
  file_id uuid not null,
  title text not null,
  sort_order integer not null default 0,
  primary key (agency_id, document_id, file_id),
  foreign key (agency_id, document_id) references document (agency_id, document_id),
  foreign key (agency_id, file_id) references file (agency_id, file_id)
);

create table document_event (
  agency_id uuid not null,
  document_id uuid not null,
  seq integer not null,
  kind text not null,
  facts jsonb not null,
  recorded_at timestamptz not null default now(),
  actor text not null,
  actor_id uuid,
  primary key (agency_id, document_id, seq),
  foreign key (agency_id, document_id) references document (agency_id, document_id)
);
comment on table document_event is '发布经过：只增不改';

create table secrecy_review (
  agency_id uuid not null,
  review_id uuid not null,
  document_id uuid not null,
  form_number text not null,
  checks jsonb not null,
  opinion text not null check (opinion in ('disclose', 'withhold', 'refer', 'disclose-after-separation')),
  reason text not null,
  content_digest text not null,
  reviewer_id uuid not null,
  reviewed_at timestamptz not null default now(),
  primary key (agency_id, review_id),
  unique (agency_id, form_number),
  foreign key (agency_id, document_id) references document (agency_id, document_id)
);
comment on table secrecy_review is '政府信息公开保密审查记录，《条例》第十七条';

create table document_relation (
  agency_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null check (kind in ('repeals', 'amends', 'replaces', 'interprets')),
  effective_on date not null,
  primary key (agency_id, from_id, to_id, kind),
  foreign key (agency_id, from_id) references document (agency_id, document_id),
  foreign key (agency_id, to_id) references document (agency_id, document_id)
);

create table disclosure_guide (
  agency_id uuid primary key references agency,
  content jsonb not null,
  revised_on date not null,
  version integer not null default 1
);
comment on table disclosure_guide is '政府信息公开指南，《条例》第十二条第二款';

-- Narrow on purpose: the vector must not be rewritten when a document's other columns change.
create table document_search (
  agency_id uuid not null,
  year integer not null,
  document_id uuid not null,
  published_on date not null,
  words tsvector not null,
  dictionary_version integer not null,
  primary key (agency_id, year, document_id)
) partition by range (year);
create index document_search_words on document_search using gin (words);
create table document_search_early partition of document_search for values from (minvalue) to (2016);
create table document_search_2016 partition of document_search for values from (2016) to (2017);
create table document_search_2017 partition of document_search for values from (2017) to (2018);
create table document_search_2018 partition of document_search for values from (2018) to (2019);
create table document_search_2019 partition of document_search for values from (2019) to (2020);
create table document_search_2020 partition of document_search for values from (2020) to (2021);
create table document_search_2021 partition of document_search for values from (2021) to (2022);
create table document_search_2022 partition of document_search for values from (2022) to (2023);
create table document_search_2023 partition of document_search for values from (2023) to (2024);
create table document_search_2024 partition of document_search for values from (2024) to (2025);
create table document_search_2025 partition of document_search for values from (2025) to (2026);
create table document_search_2026 partition of document_search for values from (2026) to (2027);
create table document_search_2027 partition of document_search for values from (2027) to (2028);
create table document_search_2028 partition of document_search for values from (2028) to (2029);
create table document_search_2029 partition of document_search for values from (2029) to (2030);
create table document_search_2030 partition of document_search for values from (2030) to (2031);
create table document_search_2031 partition of document_search for values from (2031) to (2032);
create table document_search_2032 partition of document_search for values from (2032) to (2033);
create table document_search_2033 partition of document_search for values from (2033) to (2034);
create table document_search_2034 partition of document_search for values from (2034) to (2035);
create table document_search_2035 partition of document_search for values from (2035) to (2036);
create table document_search_late partition of document_search for values from (2036) to (maxvalue);
