-- Receipts of channels that no program reaches: notice boards, reading places, broadcasts, gazettes.

create table channel_receipt (
  agency_id uuid not null references agency,
  receipt_id uuid not null,
  document_id uuid not null,
  channel text not null,
  place text not null,
  shown_on date not null,
  link text,
  note text,
  photo_file_id uuid,
  recorded_at timestamptz not null,
  recorded_by text not null,
  taken_down_on date,
  taken_down_by text,
  primary key (agency_id, receipt_id),
  foreign key (agency_id, document_id) references document (agency_id, document_id),
  foreign key (agency_id, photo_file_id) references file (agency_id, file_id),
  constraint taken_down_after_it_was_shown check (taken_down_on >= shown_on),
  constraint taken_down_by_somebody check ((taken_down_on is null) = (taken_down_by is null))
);
create index channel_receipt_by_document on channel_receipt (agency_id, document_id);
create index channel_receipt_shown on channel_receipt (agency_id) where taken_down_on is null;
comment on table channel_receipt is '其他渠道的回执：公示栏、查阅点、广播电视等，何处、何时、何人登记，何时撤下';

alter table channel_receipt enable row level security;
create policy one_agency on channel_receipt
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on channel_receipt to mingfu_app;
