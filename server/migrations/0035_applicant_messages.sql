-- What an applicant says about his application after filing it, and how he rates the service.
-- 《政府信息公开条例》第三十条、第三十五条；《政府信息公开信息处理费管理办法》第六条

create table applicant_message (
  agency_id uuid not null,
  request_id uuid not null,
  message_id uuid not null,
  message_key bytea not null,
  kind text not null check (kind in ('correction', 'reasons', 'payment', 'withdrawal', 'explanation')),
  body_sealed bytea not null,
  file_ids uuid[] not null default '{}',
  said_at timestamptz not null,
  said_on date not null,
  answer_sealed bytea,
  settled_at timestamptz,
  settled_by text,
  settled_by_id uuid,
  primary key (agency_id, request_id, message_id),
  unique (agency_id, request_id, message_key),
  foreign key (agency_id, request_id) references request (agency_id, request_id),
  constraint settled_by_somebody check ((settled_at is null) = (settled_by is null))
);
create index applicant_message_waiting on applicant_message (agency_id, said_at) where settled_at is null;
comment on table applicant_message is '申请人提交的材料和陈述：补正、说明理由、缴费说明、撤回、请求解释';
comment on column applicant_message.message_key is '表单钥的摘要，同一张表单只收一次';
comment on column applicant_message.settled_at is '经办人处理完毕的时间；自动记入办理经过的，提交时即处理完毕';

create table service_rating (
  agency_id uuid not null,
  request_id uuid not null,
  score smallint not null check (score between 1 and 5),
  comment_sealed bytea,
  rated_at timestamptz not null,
  primary key (agency_id, request_id),
  foreign key (agency_id, request_id) references request (agency_id, request_id)
);
comment on table service_rating is '申请人对办理服务的评价；只用于改进服务，不影响办理';

alter table applicant_message enable row level security;
create policy one_agency on applicant_message
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
alter table service_rating enable row level security;
create policy one_agency on service_rating
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));

grant select, insert, update on applicant_message, service_rating to mingfu_app;
