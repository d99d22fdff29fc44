-- The article that an opinion is about, as it is published: what a sender typed there is not published unread.

alter table opinion add column public_clause text not null default '';
update opinion set public_clause = clause where outcome is not null;
comment on column opinion.public_clause is '公布采纳情况时写明的条款；来信人所填的在 clause';
