-- Lists handed to the state archive and the public library every month, with their receipts (《条例》第二十五条), and the
-- checklist of a change of the website (国办发〔2017〕47号).

create table transfer_list (
  agency_id uuid not null references agency,
  transfer_id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  recipient text not null check (recipient in ('archives', 'library')),
  recipient_name text not null,
  documents jsonb not null,
  list_digest text not null,
  made_on date not null,
  made_by text not null,
  receipt_number text,
  received_on date,
  received_by text,
  receipt_note text not null default '',
  registered_by text,
  version integer not null default 1,
  primary key (agency_id, transfer_id),
  unique (agency_id, month, recipient),
  check ((received_on is null) = (received_by is null))
);
comment on table transfer_list is '每月向国家档案馆、公共图书馆移送的主动公开信息清单及回执';

create table site_change (
  agency_id uuid not null references agency,
  change_id uuid not null,
  kind text not null check (kind in ('domain', 'name', 'code', 'close')),
  subject text not null,
  planned_on date not null,
  reason text not null,
  steps jsonb not null default '{}',
  done_on date,
  created_on date not null,
  created_by text not null,
  version integer not null default 1,
  primary key (agency_id, change_id)
);
comment on table site_change is '网站改域名、改名称、改标识码、关停的办理清单';

alter table transfer_list enable row level security;
create policy one_agency on transfer_list
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table site_change enable row level security;
create policy one_agency on site_change
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on transfer_list, site_change to mingfu_app;
