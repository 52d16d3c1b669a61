-- What was asked with which key. Times are milliseconds since 1970.
create table idempotency_key (
  id varchar(64) primary key,
  content varchar(64) not null,
  plan text not null,
  answer text,
  claimed_until bigint not null,
  created_at bigint not null
);

create index idempotency_key_by_time on idempotency_key (created_at);
