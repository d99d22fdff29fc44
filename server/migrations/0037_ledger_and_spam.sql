-- Who handled a case in the system that it was imported from; and what a person set aside as no application at all.

alter table request
  add column former_handler text,
  add column set_aside_at timestamptz,
  add column set_aside_by text,
  add column set_aside_reason text,
  add constraint set_aside_by_somebody_for_a_reason check (
    (set_aside_at is null) = (set_aside_by is null) and (set_aside_at is null) = (set_aside_reason is null));
create index request_set_aside on request (agency_id, set_aside_at) where set_aside_at is not null;
comment on column request.former_handler is '导入的台账中的经办人，在本系统没有账户';
comment on column request.set_aside_at is '由工作人员移入垃圾信息的时间；随时可以恢复，收到日期不变';
