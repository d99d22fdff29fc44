-- 更正以后: an article takes the place of the one that went out before the correction, which is deleted first.
alter table channel_post add column replaces_id uuid;
alter table channel_post add constraint replaces_a_post
  foreign key (agency_id, replaces_id) references channel_post (agency_id, post_id);
comment on column channel_post.replaces_id is '更正后重新推送的，所代替的图文；它从公众号删除以后才提交这一篇';
drop index channel_post_once;
create unique index channel_post_once on channel_post (agency_id, document_id, channel)
  where state not in ('failed', 'removing', 'removed', 'cancelled');
