--liquibase formatted sql logicalFilePath:db/changelog/changes/0002-backends.sql

--changeset genonaut:0002-backend
create table backend (
  id uuid not null primary key,
  name varchar(100) not null,
  url varchar(500) not null,
  origin varchar(10) not null,
  enabled boolean not null,
  disabled_reason varchar(300) null,
  virtual_time double not null default 0,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  version bigint not null,
  constraint uq_backend_name unique (name),
  constraint ck_backend_origin check (origin in ('admin', 'config', 'found', 'builtin'))
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table backend;
