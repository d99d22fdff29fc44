-- The statutory annual report. 《政府信息公开条例》第四十九条、第五十条

create table yearly_figure (
  agency_id uuid not null references agency,
  year integer not null,
  measure text not null,
  value numeric(18, 4) not null,
  source text not null default '',
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (agency_id, year, measure)
);
comment on table yearly_figure is '不由案卷或文件得出的年度数据：行政许可、处罚、强制的决定数，收费金额等';

create table annual_report (
  agency_id uuid not null references agency,
  report_id uuid not null,
  year integer not null,
  format text not null check (format in ('2019', '2021')),
  state text not null check (state in ('draft', 'published')),
  content jsonb not null,
  waivers jsonb not null default '[]',
  published_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (agency_id, report_id),
  unique (agency_id, year)
);
comment on table annual_report is '政府信息公开工作年度报告';
comment on column annual_report.content is '报告全文（REPORT 结构）；发布后不再随案卷变动';

create table annual_report_event (
  agency_id uuid not null,
  report_id uuid not null,
  seq integer not null,
  kind text not null,
  facts jsonb not null,
  recorded_at timestamptz not null default now(),
  actor text not null,
  actor_id uuid,
  primary key (agency_id, report_id, seq),
  foreign key (agency_id, report_id) references annual_report (agency_id, report_id)
);

create table oversight_activity (
  agency_id uuid not null references agency,
  activity_id uuid not null,
  kind text not null check (kind in ('training', 'publicity', 'inspection', 'assessment', 'evaluation', 'accountability')),
  held_on date not null,
  title text not null,
  detail text not null default '',
  participants integer,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (agency_id, activity_id)
);
comment on table oversight_activity is '培训、宣传、督查、考核、社会评议、责任追究的记录，供年度报告取数';
