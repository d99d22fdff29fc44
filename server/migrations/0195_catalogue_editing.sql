-- Catalogues begun from the starter catalogue and edited line by line. 《政府信息公开条例》第二十二条
alter table catalogue_version
  add column source text not null default 'file' check (source in ('file', 'starter', 'edit'));
comment on column catalogue_version.source is '这个版本怎样形成：导入文件 file、从起步目录建立 starter、在线修改 edit';

alter table catalogue_entry
  add column note text not null default '',
  drop constraint catalogue_entry_level_check,
  add constraint catalogue_entry_level_check check (level in ('province', 'city-county', 'town', 'both'));
comment on column catalogue_entry.note is '备注：待核对的事项等，不公开';

-- What has been approved stays as it was: only the lines of a draft change or go.
alter table catalogue_entry enable row level security;
create policy anyone_reads on catalogue_entry for select using (true);
create policy anyone_adds on catalogue_entry for insert with check (true);
create policy drafts_change on catalogue_entry for update using (
  exists (
    select from catalogue_version v
    where v.agency_id = catalogue_entry.agency_id and v.catalogue = catalogue_entry.catalogue
      and v.version = catalogue_entry.version and v.state = 'draft'
  )
);
create policy drafts_go on catalogue_entry for delete using (
  exists (
    select from catalogue_version v
    where v.agency_id = catalogue_entry.agency_id and v.catalogue = catalogue_entry.catalogue
      and v.version = catalogue_entry.version and v.state = 'draft'
  )
);
grant update, delete on catalogue_entry to mingfu_app;
