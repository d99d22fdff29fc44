-- 退费: a processing fee that was paid and is given back. 《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）

create table fee_refund (
  agency_id uuid not null references agency,
  refund_id uuid not null,
  request_id uuid not null,
  refunded_on date not null,
  amount_in_yuan integer not null check (amount_in_yuan > 0),
  reason text not null,
  voucher text not null,
  made_at timestamptz not null,
  made_by uuid,
  made_name text not null,
  primary key (agency_id, refund_id),
  foreign key (agency_id, request_id) references request (agency_id, request_id)
);
create index fee_refund_of_case on fee_refund (agency_id, request_id);
comment on table fee_refund is '信息处理费退费登记；只增不改';
alter table fee_refund enable row level security;
create policy one_agency on fee_refund
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert on fee_refund to mingfu_app;
