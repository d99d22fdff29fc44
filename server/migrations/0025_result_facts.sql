-- Both days and every item of a request's first result, so that the practice of counting it is applied when it is
-- counted, never stored (CR-02 结果的年度, CR-07 一份申请多个事项).

alter table request
  add column result_served_on date,
  add column result_items text[];
update request set result_served_on = served_on, result_items = array[result_outcome] where result_on is not null;
comment on column request.result_on is '第一次办理结果作出之日';
comment on column request.result_served_on is '第一次办理结果送达之日；未送达的为空';
comment on column request.result_outcome is '第一次办理结果；多个事项合计一件时的主要结果';
comment on column request.result_items is '第一次办理结果逐事项';
