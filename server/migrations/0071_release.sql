-- Scheduled release, opinions of others before release, and looking again at what was not opened. 《条例》第十一条、第十五条、第十八条

alter table document
  add column publish_at timestamptz,
  add column reviewed_again_on date,
  add constraint scheduled_has_a_moment check (state <> 'scheduled' or publish_at is not null);
create index document_scheduled on document (publish_at) where state = 'scheduled';
comment on column document.publish_at is '定时发布的时间；到时由程序发布，发布时间仍以服务器时间为准';
comment on column document.reviewed_again_on is '不予公开、依申请公开的，最近一次重新评估的日期';

create table document_consultation (
  agency_id uuid not null,
  consultation_id uuid not null,
  document_id uuid not null,
  kind text not null check (kind in ('organ', 'third-party', 'approval')),
  party text not null,
  question text not null,
  sent_on date not null,
  sent_by text not null,
  answered_on date,
  outcome text check (outcome in ('agreed', 'opposed', 'no-view')),
  answer text,
  primary key (agency_id, consultation_id),
  foreign key (agency_id, document_id) references document (agency_id, document_id),
  check ((answered_on is null) = (outcome is null))
);
create index document_consultation_of on document_consultation (agency_id, document_id);
comment on table document_consultation is '公开前的协商、确认、批准和第三方意见';
alter table document_consultation enable row level security;
create policy one_agency on document_consultation
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on document_consultation to mingfu_app;
