-- 网站健康: probes of the site, links to other sites, what was found in what is published, and the quarterly self-check.
-- 《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）

create table site_probe (
  agency_id uuid not null references agency,
  probed_at timestamptz not null,
  ok boolean not null,
  status integer,
  milliseconds integer not null,
  error text,
  primary key (agency_id, probed_at)
);
comment on table site_probe is '站点自测：每天不少于20次，15秒打不开计为失败；归主办单位';

create table site_ipv6 (
  agency_id uuid primary key references agency,
  host text not null,
  addresses text[] not null,
  failing_since timestamptz,
  checked_at timestamptz not null
);
comment on table site_ipv6 is '网站域名的AAAA记录，最近一次检查';

create table outside_link (
  agency_id uuid not null references agency,
  link_id text not null,
  url text not null,
  host text not null,
  first_seen_at timestamptz not null,
  checked_at timestamptz,
  outcome text check (outcome in
    ('ok', 'elsewhere', 'missing', 'failing', 'gone', 'unreachable', 'unsure', 'refused')),
  status integer,
  final_url text,
  error text,
  failing_since timestamptz,
  failures integer not null default 0,
  title text,
  language text,
  known_title text,
  known_language text,
  jumped_at timestamptz,
  primary key (agency_id, link_id)
);
create index outside_link_due on outside_link (agency_id, checked_at nulls first);
comment on table outside_link is '正文中的链接和最近一次检查；link_id 为网址的摘要；known_* 为人确认过的标题和语言';

create table link_use (
  agency_id uuid not null,
  link_id text not null,
  document_id uuid not null,
  words text not null default '',
  primary key (agency_id, link_id, document_id),
  foreign key (agency_id, link_id) references outside_link (agency_id, link_id),
  foreign key (agency_id, document_id) references document (agency_id, document_id)
);
create index link_use_of_document on link_use (agency_id, document_id);

create table site_finding (
  agency_id uuid not null,
  rule text not null,
  document_id uuid not null,
  message text not null,
  found_at timestamptz not null,
  gone_at timestamptz,
  primary key (agency_id, rule, document_id),
  foreign key (agency_id, document_id) references document (agency_id, document_id)
);
create index site_finding_open on site_finding (agency_id, rule, found_at) where gone_at is null;
comment on table site_finding is '在网信息逐件检查发现的问题';

create table self_check (
  agency_id uuid not null references agency,
  year integer not null,
  quarter integer not null check (quarter between 1 and 4),
  number text not null,
  content jsonb not null,
  remarks text not null default '',
  digest text not null,
  made_at timestamptz not null,
  made_by text not null,
  made_by_id uuid,
  signed_at timestamptz,
  signed_by text,
  version integer not null default 1,
  primary key (agency_id, year, quarter),
  unique (agency_id, number)
);
comment on table self_check is '季度自查：生成时的检查结果原样保存，签字后不再改动';

create table website_report (
  agency_id uuid not null references agency,
  year integer not null,
  given jsonb not null,
  content jsonb,
  saved_at timestamptz not null,
  saved_by text not null,
  published_at timestamptz,
  published_by text,
  version integer not null default 1,
  primary key (agency_id, year),
  constraint published_is_whole check ((published_at is null) = (content is null))
);
comment on table website_report is '政府网站工作年度报表：given 为手工填写的数字，content 为公布时的全部数字';

alter table site_probe enable row level security;
create policy one_agency on site_probe using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table site_ipv6 enable row level security;
create policy one_agency on site_ipv6 using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table outside_link enable row level security;
create policy one_agency on outside_link using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table link_use enable row level security;
create policy one_agency on link_use using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table site_finding enable row level security;
create policy one_agency on site_finding using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table self_check enable row level security;
create policy one_agency on self_check using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table website_report enable row level security;
create policy one_agency on website_report using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, delete on site_probe to mingfu_app;
grant select, insert, update on site_ipv6, outside_link, site_finding, self_check, website_report to mingfu_app;
grant select, insert, update, delete on link_use to mingfu_app;
grant delete on outside_link to mingfu_app;
