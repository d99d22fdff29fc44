-- Posts on other channels than the site: what was sent to the official account, with its receipt.

create table channel_post (
  agency_id uuid not null references agency,
  post_id uuid not null,
  document_id uuid not null,
  channel text not null check (channel in ('wechat')),
  title text not null,
  author text not null,
  digest text not null,
  cover_file_id uuid not null,
  content_digest text not null,
  state text not null
    check (state in ('prepared', 'sending', 'checking', 'published', 'failed', 'removing', 'removed', 'cancelled')),
  draft_media_id text,
  submit_tried_at timestamptz,
  publish_id text,
  article_id text,
  article_url text,
  prepared_at timestamptz not null,
  prepared_by text not null,
  submitted_at timestamptz,
  submitted_by text,
  published_at timestamptz,
  removed_at timestamptz,
  attempts integer not null default 0,
  next_try_at timestamptz,
  note text,
  primary key (agency_id, post_id),
  foreign key (agency_id, document_id) references document (agency_id, document_id),
  foreign key (agency_id, cover_file_id) references file (agency_id, file_id),
  constraint published_has_a_receipt
    check (state <> 'published' or (published_at is not null and publish_id is not null and article_id is not null)),
  constraint removed_has_a_moment check ((state = 'removed') = (removed_at is not null)),
  constraint submitted_by_somebody check (state not in ('sending', 'checking', 'published') or submitted_by is not null)
);
-- One live post a document and channel: what failed, was removed or cancelled may be prepared anew.
create unique index channel_post_once on channel_post (agency_id, document_id, channel)
  where state not in ('failed', 'removed', 'cancelled');
create index channel_post_by_time on channel_post (agency_id, prepared_at desc);
create index channel_post_due on channel_post (next_try_at) where next_try_at is not null;
comment on table channel_post is '渠道发布：公众号等渠道上的每一次发布及其回执';
comment on column channel_post.content_digest is '备稿时已发布内容的摘要；内容变了，不能再提交';
comment on column channel_post.submit_tried_at is '开始提交的时间；没有取得任务编号而中断的，应当到公众号后台核对';
comment on column channel_post.publish_id is '平台的发布任务编号；有编号只是排队，状态为0才是发布';
comment on column channel_post.state is 'prepared 待提交 / sending 正在提交 / checking 平台处理中 / published 已发布 / failed 没有发布 / removing 待删除 / removed 已删除 / cancelled 已取消';

alter table channel_post enable row level security;
create policy one_agency on channel_post
  using (current_setting('mingfu.scope', true) in ('all', agency_id::text));
grant select, insert, update on channel_post to mingfu_app;
