-- 文件关系: may be taken back, and what becomes of the older document's validity when the newer one is withdrawn is
-- settled by a person. A withdrawal from the site does not by itself end what the document has repealed.
grant delete on document_relation to mingfu_app;
alter table document_relation
  add column settled_at timestamptz,
  add column settled_as text check (settled_as in ('restored', 'kept')),
  add column settled_basis text,
  add column settled_by text,
  add constraint settled_is_whole check (
    (settled_at is null) = (settled_as is null) and (settled_at is null) = (settled_basis is null)
    and (settled_at is null) = (settled_by is null));
comment on column document_relation.settled_at is '发出关系的文件撤下以后，核定另一件文件有效性的时间；restored 恢复，kept 不变';
