-- What each kind of content says besides title, number and text; where it came from; which kinds a column may hold.
-- 《条例》第十条、第二十条，国办公开办函〔2019〕61号

alter table document
  add column form jsonb not null default '{}' check (jsonb_typeof(form) = 'object'),
  add column origin text not null default 'made'
    check (origin in ('made', 'made-jointly', 'obtained-from-public', 'obtained-from-organ')),
  add column origin_organ text,
  add column co_issuers text[] not null default '{}';
comment on column document.form is '内容表单：按内容种类填写的栏目，名称即开放数据中的字段名';
comment on column document.origin is '信息来源：本机关制作、共同制作、从公民法人其他组织取得、从其他行政机关取得';
comment on column document.origin_organ is '共同制作的，牵头机关；从其他机关取得的，制作机关';
create index document_gazette on document using gin (form jsonb_path_ops) where kind = 'gazette';

alter table catalogue_node
  add column kinds text[] not null default '{}';
comment on column catalogue_node.kinds is '专栏姓专：这一栏目可以放的内容种类；空的不限';
