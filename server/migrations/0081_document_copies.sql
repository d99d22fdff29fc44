-- Copies that the portal hands out: made once, so that anybody can tell a true one.

create table document_copy (
  agency_id uuid not null,
  document_id uuid not null,
  type text not null check (type in ('docx', 'pdf')),
  edition text not null,
  content_digest text not null,
  sha256 text not null,
  sm3 text not null,
  size_bytes integer not null,
  made_at timestamptz not null,
  primary key (agency_id, document_id, type, edition),
  foreign key (agency_id, document_id) references document (agency_id, document_id)
);
create index document_copy_by_sha256 on document_copy (sha256);
create index file_by_sha256 on file (sha256);
create index document_by_index_number on document (index_number) where index_number is not null;
comment on table document_copy is '供下载的正文文件：每一版内容、效力只制作一次，凭摘要辨别真伪';
comment on column document_copy.edition is '内容、效力标注和网址的摘要';
grant select, insert on document_copy to mingfu_app;
