-- 延长的申请与同意、会签: who asked, who consented, and each step before a decision is signed.

create table extension_request (
  agency_id uuid not null,
  request_id uuid not null,
  extension_id uuid not null,
  working_days smallint not null check (working_days between 1 and 20),
  reason text not null,
  asked_by text not null,
  asked_by_id uuid,
  asked_at timestamptz not null,
  decision text check (decision in ('approved', 'refused')),
  decided_by text,
  decided_at timestamptz,
  opinion text,
  primary key (agency_id, request_id, extension_id),
  foreign key (agency_id, request_id) references request (agency_id, request_id),
  constraint decided_by_somebody check ((decision is null) = (decided_at is null))
);
comment on table extension_request is '延长答复期限的申请，由公开工作机构负责人决定。条例第三十三条第二款';

-- A step belongs to one draft: when the decision is drafted anew, it is signed anew.
create table decision_sign_off (
  agency_id uuid not null,
  request_id uuid not null,
  draft_seq integer not null,
  step text not null,
  opinion text not null,
  actor text not null,
  actor_id uuid,
  signed_at timestamptz not null,
  primary key (agency_id, request_id, draft_seq, step),
  foreign key (agency_id, request_id) references request (agency_id, request_id)
);
comment on table decision_sign_off is '处理决定的会签：每一稿、每一环节的意见；只增不改';

alter table extension_request enable row level security;
create policy one_agency on extension_request
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table decision_sign_off enable row level security;
create policy one_agency on decision_sign_off
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on extension_request to mingfu_app;
grant select, insert on decision_sign_off to mingfu_app;
