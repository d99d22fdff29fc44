-- Sign-in through an identity provider (OpenID Connect): whose account belongs to whom there.

alter table staff
  add column identity_index bytea unique,
  add column identity_linked_at timestamptz,
  add constraint identity_has_a_moment check ((identity_index is null) = (identity_linked_at is null));
comment on column staff.identity_index is '在统一身份认证平台的标识，只存带钥摘要';

alter table staff_session
  add column by_provider text check (by_provider in ('one-factor', 'two-factors')),
  add column id_token_sealed bytea;
comment on column staff_session.by_provider is '经统一身份认证平台登录的，平台用了几种鉴别';
comment on column staff_session.id_token_sealed is '退出时交还平台，以便一并退出';
