-- Pictures within the text of documents: checked and cleaned when they come in, public with the documents that show them.

create table text_picture (
  agency_id uuid not null,
  file_id uuid not null,
  uploaded_at timestamptz not null,
  primary key (agency_id, file_id),
  foreign key (agency_id, file_id) references file (agency_id, file_id)
);
comment on table text_picture is '可以放进正文的图片：类型按内容核对，拍摄信息已经清除';

create table document_picture (
  agency_id uuid not null,
  document_id uuid not null,
  file_id uuid not null,
  primary key (agency_id, document_id, file_id),
  foreign key (agency_id, document_id) references document (agency_id, document_id),
  foreign key (agency_id, file_id) references text_picture (agency_id, file_id)
);
create index document_picture_by_file on document_picture (file_id);
comment on table document_picture is '正文里现有的图片；随正文保存而更新';

grant select, insert on text_picture to mingfu_app;
grant select, insert, delete on document_picture to mingfu_app;
