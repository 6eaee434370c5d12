--liquibase formatted sql logicalFilePath:db/changelog/changes/0003-models.sql

-- A model's name is a file's path: two that differ in case or accent only are two files.
--changeset genonaut:0003-model
create table model (
  id uuid not null primary key,
  type varchar(20) not null,
  name varchar(400) character set utf8mb4 collate utf8mb4_bin not null,
  family varchar(20) not null,
  title varchar(200) not null,
  description varchar(2000) not null default '',
  is_active boolean not null,
  default_strength double null,
  trigger_words varchar(1000) not null,
  metadata json not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  version bigint not null,
  constraint uq_model_name unique (type, name),
  constraint ck_model_type check (type in ('checkpoint', 'lora')),
  constraint ck_model_family check (family in ('sd15', 'sdxl', 'flux', 'sd3', 'other')),
  constraint ck_model_strength check (default_strength between -100 and 100)
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table model;

-- The name as this backend writes it: a Windows server uses another separator.
--changeset genonaut:0003-model-presence
create table model_presence (
  model_id uuid not null,
  backend_id uuid not null,
  name varchar(400) character set utf8mb4 collate utf8mb4_bin not null,
  seen_at datetime(6) not null,
  primary key (model_id, backend_id),
  key ix_presence_backend (backend_id, model_id),
  constraint fk_presence_model foreign key (model_id) references model (id) on delete cascade,
  constraint fk_presence_backend foreign key (backend_id) references backend (id) on delete cascade
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table model_presence;
