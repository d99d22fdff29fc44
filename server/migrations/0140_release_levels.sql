-- Levels of review as an organ sets them, urgent release with its later review, correction of what is published,
-- and lists of persons with a day to come down. 《条例》第六条、第十七条、第二十条第（十五）项

create table release_rules (
  agency_id uuid not null references agency,
  version integer not null,
  rules jsonb not null,
  reason text not null,
  set_at timestamptz not null,
  set_by text not null,
  set_by_id uuid,
  primary key (agency_id, version)
);
comment on table release_rules is '审核级次的设定：每次改动为一个版本，只增不改';
alter table release_rules enable row level security;
create policy one_agency on release_rules
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert on release_rules to mingfu_app;

alter table document
  add column legal_basis text,
  add column unpublish_on date,
  add column correction_note text,
  add column corrects_id uuid,
  add column corrected_at timestamptz,
  add column urgent_at timestamptz,
  add column urgent_ground text check (urgent_ground in ('warning', 'response', 'clarification')),
  add column urgent_reason text,
  add column urgent_by text,
  add column later_review_due_on date,
  add column later_reviewed_at timestamptz,
  add constraint corrects_a_document foreign key (agency_id, corrects_id) references document (agency_id, document_id),
  add constraint urgent_has_a_review check ((urgent_at is null) = (later_review_due_on is null)),
  drop constraint document_withdrawal_reason_check,
  add constraint document_withdrawal_reason_check check (
    withdrawal_reason in ('wrong', 'personal', 'third-party', 'secrecy', 'duplicate', 'period-over')
  );
create index document_corrections on document (agency_id, corrects_id) where corrects_id is not null;
create index document_unpublish on document (unpublish_on) where unpublish_on is not null and state = 'published';
create index document_later_review on document (agency_id, later_review_due_on)
  where urgent_at is not null and later_reviewed_at is null;
comment on column document.legal_basis is '第二十条第（十五）项：哪一部法律、法规、规章要求公开';
comment on column document.unpublish_on is '公示期满撤下：这一天之后由程序撤下';
comment on column document.correction_note is '公开的更正说明';
comment on column document.corrects_id is '更正稿所更正的已发布信息';
comment on column document.later_review_due_on is '先发后审的补审期限';

create table document_version (
  agency_id uuid not null,
  document_id uuid not null,
  seq integer not null,
  content jsonb not null,
  attachments jsonb not null,
  content_digest text not null,
  published_at timestamptz not null,
  replaced_at timestamptz not null,
  correction_id uuid not null,
  note text not null,
  primary key (agency_id, document_id, seq),
  foreign key (agency_id, document_id) references document (agency_id, document_id),
  foreign key (agency_id, correction_id) references document (agency_id, document_id)
);
comment on table document_version is '更正以前的文本：只增不改；原文内部留存，更正说明公开';
grant select, insert on document_version to mingfu_app;
