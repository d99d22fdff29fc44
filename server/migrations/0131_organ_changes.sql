-- Names that an organ bore, and changes after which guide, profile and leader pages have to follow. 《条例》第十二条、第五十三条

create table agency_name (
  agency_id uuid not null references agency,
  name text not null,
  short_name text not null default '',
  used_until date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (agency_id, used_until)
);
comment on table agency_name is '机关曾用名：used_until 为使用该名称的最后一天';

create table organ_change (
  agency_id uuid not null references agency,
  change_id uuid not null,
  kind text not null check (kind in ('organ', 'leaders', 'office')),
  happened_on date not null,
  note text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (agency_id, change_id)
);
comment on table organ_change is '机构、领导、公开机构的变动：此后指南、机构职能、领导信息应当更新';

grant select, insert, update on agency_name to mingfu_app;
grant select, insert on organ_change to mingfu_app;

-- Who publishes late is told at half and at four fifths of the time, and once it has run out; each stage once.
create table publishing_reminder (
  agency_id uuid not null,
  document_id uuid not null,
  level text not null check (level in ('soon', 'urgent', 'overdue')),
  due_on date not null,
  told_at timestamptz not null,
  primary key (agency_id, document_id, level, due_on),
  foreign key (agency_id, document_id) references document (agency_id, document_id)
);
comment on table publishing_reminder is '公开时限提醒：每一阶段只提醒一次';
grant select, insert on publishing_reminder to mingfu_app;
