-- Catalogues as versions of duties, and the places where one text is shown. 《政府信息公开条例》第十二条、第二十条至第二十二条

create table catalogue_version (
  agency_id uuid not null references agency,
  catalogue text not null,
  version integer not null,
  state text not null check (state in ('draft', 'in-force', 'superseded')),
  file_name text not null,
  made_at timestamptz not null,
  made_by text not null,
  approved_at timestamptz,
  approved_by text,
  primary key (agency_id, catalogue, version),
  check ((state = 'draft') or approved_at is not null or state = 'superseded')
);
create unique index catalogue_in_force on catalogue_version (agency_id, catalogue) where state = 'in-force';
comment on table catalogue_version is '公开目录的版本：基本目录 basic，标准目录 area-01 至 area-26';

create table catalogue_entry (
  agency_id uuid not null,
  catalogue text not null,
  version integer not null,
  entry_id uuid not null,
  sort_order integer not null,
  path text[] not null check (cardinality(path) between 1 and 3),
  content_required text not null,
  deadline_text text not null,
  deadline_limit jsonb,
  basis text[] not null,
  responsible_unit text not null,
  channels jsonb not null,
  audience text not null default '',
  mode text not null check (mode in ('proactive', 'upon-request')),
  level text not null check (level in ('city-county', 'town', 'both')),
  update_class text not null,
  period text check (period in ('month', 'quarter', 'half-year', 'year')),
  legal_items text[] not null,
  is_mandatory boolean not null default true,
  node_id uuid,
  primary key (agency_id, catalogue, version, entry_id),
  foreign key (agency_id, catalogue, version) references catalogue_version,
  foreign key (agency_id, node_id) references catalogue_node (agency_id, node_id)
);
comment on table catalogue_entry is '目录条目；同一事项在各版本中编号 entry_id 相同';
comment on column catalogue_entry.node_id is '对应的栏目；只有一个条目对应时，栏目里的信息都算作该条目的信息';

create table catalogue_plan (
  agency_id uuid not null references agency,
  entry_id uuid not null,
  planned_on date not null,
  note text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (agency_id, entry_id)
);
comment on table catalogue_plan is '尚无信息的条目，计划在哪一天公开';

create table hot_topic (
  agency_id uuid not null references agency,
  code text not null,
  title text not null,
  description text not null default '',
  is_open boolean not null default true,
  sort_order integer not null default 0,
  primary key (agency_id, code)
);
comment on table hot_topic is '热点专题：同一信息的又一个展示位置';

create table document_placement (
  agency_id uuid not null,
  document_id uuid not null,
  kind text not null check (kind in ('column', 'entry', 'topic', 'key-content')),
  target text not null,
  primary key (agency_id, document_id, kind, target),
  foreign key (agency_id, document_id) references document (agency_id, document_id)
);
create index document_placement_of on document_placement (agency_id, kind, target);
comment on table document_placement is '一条信息、一个正文、多处展示：其他栏目、目录条目、专题、重点领域的具体内容';

grant select, insert, update on catalogue_version, hot_topic to mingfu_app;
grant select, insert on catalogue_entry to mingfu_app;
grant select, insert, update, delete on catalogue_plan, document_placement to mingfu_app;
