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
create function catalogue_draft_only() returns trigger language plpgsql as $$
begin
  if not exists (
    select from catalogue_version
    where agency_id = old.agency_id and catalogue = old.catalogue and version = old.version and state = 'draft'
  ) then
    raise exception 'only the lines of a draft may change';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger catalogue_entry_of_draft before update or delete on catalogue_entry
  for each row execute function catalogue_draft_only();
grant update, delete on catalogue_entry to mingfu_app;
