-- Search over attachments, and the words of titles for suggestions and corrections.

create table file_text (
  agency_id uuid not null,
  file_id uuid not null,
  plain_text text not null,
  unread text,
  read_at timestamptz not null,
  primary key (agency_id, file_id),
  foreign key (agency_id, file_id) references file (agency_id, file_id)
);
comment on table file_text is '附件的文字，供检索；unread 是没有读出的原因';
grant select, insert, update, delete on file_text to mingfu_app;

create table search_word (
  agency_id uuid not null references agency,
  word text not null,
  pinyin text not null,
  near text[] not null,
  documents integer not null,
  primary key (agency_id, word)
);
create index search_word_by_pinyin on search_word (pinyin text_pattern_ops);
create index search_word_by_beginning on search_word (word text_pattern_ops);
create index search_word_near on search_word using gin (near);
comment on table search_word is '已公开信息的标题和主题词中的词：输入提示、更正建议用';
comment on column search_word.near is '词本身和去掉任意一个字后的写法：差一个字的词由此相遇';
grant select, insert, update, delete on search_word to mingfu_app;

alter table document_search add column title_words text[] not null default '{}';
comment on column document_search.title_words is '编入 search_word 的词；撤回时按此减去';
