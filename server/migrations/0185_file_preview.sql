-- Previews of attachments: made once for the same bytes, so that a page does not wait for a converter.

create table file_preview (
  agency_id uuid not null references agency,
  sha256 text not null,
  reader text not null,
  edition integer not null,
  pages text[] not null,
  notes text[] not null,
  fault text,
  made_at timestamptz not null,
  primary key (agency_id, sha256, reader),
  constraint shown_or_said_why check (fault is null or cardinality(pages) = 0)
);
comment on table file_preview is '附件的预览：按文件摘要生成一次；案卷文件的预览不保存';
comment on column file_preview.reader is '由哪一种读法生成：word、old-word、sheets、lines';
comment on column file_preview.edition is '生成方法的版次；程序改变生成方法后重新生成';
comment on column file_preview.fault is '不能预览的原因';

alter table file_preview enable row level security;
create policy one_agency on file_preview
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on file_preview to mingfu_app;
