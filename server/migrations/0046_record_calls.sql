-- 协办: a unit is asked to search, or for its opinion, by a day of its own; the reply period goes on.

create table record_call (
  agency_id uuid not null,
  request_id uuid not null,
  call_id uuid not null,
  unit text not null,
  information text not null,
  keywords jsonb not null,
  places jsonb not null,
  sent_on date not null,
  respond_by date not null,
  chased_on jsonb not null default '[]',
  answered_on date,
  answer text,
  created_at timestamptz not null,
  primary key (agency_id, request_id, call_id),
  foreign key (agency_id, request_id) references request (agency_id, request_id),
  constraint answered_in_words check ((answered_on is null) = (answer is null))
);
create index record_call_open on record_call (agency_id, respond_by) where answered_on is null;
comment on table record_call is '协办：请有关单位检索、提出意见，以及答复的期限';
alter table record_call enable row level security;
create policy one_agency on record_call
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on record_call to mingfu_app;

alter table letter drop constraint letter_recipient_check;
alter table letter add constraint letter_recipient_check check (recipient in ('applicant', 'consulted-party', 'unit'));
