-- What a document is kept closed on, by its kind; why one takes effect before its day; and the disclosure office among those heard. 国办发〔2016〕80号、《条例》第十四条至第十六条
alter table document
  add column exemption text
    check (exemption in ('state-secret', 'law-prohibited', 'security-stability', 'third-party', 'internal-affairs', 'process', 'enforcement-file')),
  add column early_effect_reason text;
comment on column document.exemption is '不主动公开的法定理由的种类';
comment on column document.early_effect_reason is '施行日期早于成文日期的原因';

alter table secrecy_review
  add column exemption text
    check (exemption in ('state-secret', 'law-prohibited', 'security-stability', 'third-party', 'internal-affairs', 'process', 'enforcement-file'));
comment on column secrecy_review.exemption is '审查意见为不予公开的，法定理由的种类';

alter table document_consultation drop constraint document_consultation_kind_check;
alter table document_consultation
  add constraint document_consultation_kind_check check (kind in ('organ', 'third-party', 'approval', 'office'));
