-- An interpretation promised, or done without, after the document came out. 国办发〔2016〕19号
alter table document
  add column interpretation_planned_on date,
  add column interpretation_exemption text;
comment on column document.interpretation_planned_on is '发布以后登记的解读计划日期；发布以前的写在表单里';
comment on column document.interpretation_exemption is '发布以后登记的不解读的理由';
