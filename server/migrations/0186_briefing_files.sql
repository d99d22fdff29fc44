-- Files of briefing items: internal like the items themselves.

create table briefing_file (
  agency_id uuid not null,
  item_id uuid not null,
  file_id uuid not null,
  added_at timestamptz not null,
  primary key (agency_id, item_id, file_id),
  foreign key (agency_id, item_id) references briefing_item (agency_id, item_id),
  foreign key (agency_id, file_id) references file (agency_id, file_id)
);
comment on table briefing_file is '政务信息的附件；与政务信息一样不公开';

alter table briefing_file enable row level security;
create policy one_agency on briefing_file
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, delete on briefing_file to mingfu_app;
