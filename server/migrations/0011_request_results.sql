-- The result by which a request is counted in the annual report: its first one, whatever is ordered later.

alter table request
  add column result_on date,
  add column result_outcome text,
  add constraint result_is_whole check ((result_on is null) = (result_outcome is null));
create index request_by_result on request (agency_id, result_on);
comment on column request.result_on is '办理结果计入年度报告的日期，按统一口径由办理经过得出';
comment on column request.result_outcome is '计入年度报告的办理结果';
