-- Proactive disclosure: why something was taken down, and the paths that lists take.

alter table document
  add column withdrawal_reason text check (withdrawal_reason in ('wrong', 'personal', 'third-party', 'secrecy', 'duplicate')),
  add column withdrawal_note text;
comment on column document.withdrawal_reason is '撤回原因的类别，公示在原网址上；note 只在内部可见';

create index document_public on document (published_at desc, document_id desc)
  where published_at is not null and withdrawn_at is null;
create index document_public_by_agency on document (agency_id, published_at desc, document_id desc)
  where published_at is not null and withdrawn_at is null;
create index document_public_by_written on document (agency_id, written_on desc, document_id desc)
  where published_at is not null and withdrawn_at is null;
create index document_by_number on document (agency_id, document_number) where document_number is not null;
create index document_by_state on document (agency_id, state, publish_due_on);
create index document_relation_to on document_relation (agency_id, to_id);

-- The version of everything public is the sum of one small row an agency.
create index counter_content on counter (value) where kind = 'content';
