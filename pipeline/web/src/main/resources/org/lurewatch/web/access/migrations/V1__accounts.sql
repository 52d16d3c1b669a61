-- Times are milliseconds since 1970. Secrets are kept as digests only.
create table account (
  name varchar(64) primary key,
  role varchar(16) not null,
  password_hash text,
  provider text,
  subject text,
  disabled integer not null default 0,
  failures integer not null default 0,
  locked_until bigint not null default 0,
  created_at bigint not null,
  unique (provider, subject)
);

create table login_link (
  digest varchar(64) primary key,
  account varchar(64) not null references account (name),
  expires_at bigint not null
);

create table api_token (
  id varchar(16) primary key,
  digest varchar(64) not null unique,
  purpose varchar(100) not null,
  account varchar(64) not null references account (name),
  permissions text not null,
  created_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint
);

create table login_session (
  digest varchar(64) primary key,
  account varchar(64) not null references account (name),
  csrf varchar(64) not null,
  created_at bigint not null,
  seen_at bigint not null
);
