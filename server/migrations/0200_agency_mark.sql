-- The mark of an organ, shown in the head of its part of the portal.

create table agency_mark (
  agency_id uuid primary key references agency,
  file_id uuid not null,
  alt text not null,
  width integer not null,
  height integer not null,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  foreign key (agency_id, file_id) references file (agency_id, file_id),
  constraint says_what_it_shows check (alt <> ''),
  constraint has_a_size check (width between 1 and 4000 and height between 1 and 4000)
);
comment on table agency_mark is '机关标识：门户页头显示的图片，由机关上传；没有上传的显示本系统的图标';
comment on column agency_mark.alt is '替代文字，读屏软件朗读';

grant select, insert, update, delete on agency_mark to mingfu_app;
