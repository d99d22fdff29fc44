-- What happens in a dispute between filing and end, and what is learnt from a lost one.

create table dispute_step (
  agency_id uuid not null references agency,
  dispute_id uuid not null,
  step_id uuid not null,
  kind text not null check (kind in (
    'answered', 'heard', 'suspended', 'resumed', 'extended', 'document-received', 'performed', 'other')),
  occurred_on date not null,
  until_on date,
  note text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  actor text not null,
  struck_at timestamptz,
  primary key (agency_id, step_id),
  foreign key (agency_id, dispute_id) references dispute (agency_id, dispute_id)
);
create index dispute_step_of_dispute on dispute_step (agency_id, dispute_id, occurred_on);
comment on table dispute_step is '复议、诉讼案件的进展；登记错的划去，不删除';
alter table dispute_step enable row level security;
create policy one_agency on dispute_step
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on dispute_step to mingfu_app;

alter table dispute
  add column lesson text,
  add column measure text,
  add column measure_due_on date,
  add column measure_done_on date;
comment on column dispute.lesson is '被纠正的原因分析';
comment on column dispute.measure is '改进措施';
