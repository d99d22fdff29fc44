-- Tamper-evident history: each event of a request carries a digest over itself and the digest before it.

alter table request_event
  add column sha256 text constraint event_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  add column sm3 text constraint event_sm3 check (sm3 ~ '^[0-9a-f]{64}$');
comment on column request_event.sha256 is '本条连同前一条摘要的 SHA-256 摘要；改动、删除、插入任何一条，其后各条都不再衔接';
comment on column request_event.sm3 is '同上，按 SM3 算法（GB/T 32905）';
