-- What the public says to an organ, and its answers. 《条例》第九条、第四十四条第二款、第四十七条第二款

create table feedback (
  agency_id uuid not null references agency,
  feedback_id uuid not null,
  number text not null,
  kind text not null check (kind in ('question', 'message', 'site-error', 'suggestion', 'complaint')),
  title text not null,
  text_sealed bytea not null,
  contact_sealed bytea,
  page_path text not null default '',
  form_index bytea not null,
  code_index bytea not null,
  received_at timestamptz not null,
  received_on date not null,
  due_on date,
  state text not null check (state in ('open', 'drafted', 'answered')),
  answer text,
  public_question text,
  drafted_by text,
  drafted_by_id uuid,
  returned_for text,
  reviewed_by text,
  answered_at timestamptz,
  version integer not null default 1,
  primary key (agency_id, feedback_id),
  unique (agency_id, number),
  unique (agency_id, form_index),
  check (state = 'open' or answer is not null),
  check ((state = 'answered') = (answered_at is not null))
);
create index feedback_by_state on feedback (agency_id, state, received_on);
comment on table feedback is '咨询留言、网站找错、建议公开、投诉举报及其答复';
comment on column feedback.public_question is '答复时一并公开的问题（已经隐去个人信息）；不公开的为空';

alter table feedback enable row level security;
create policy one_agency on feedback
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on feedback to mingfu_app;
