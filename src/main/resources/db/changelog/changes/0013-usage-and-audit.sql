--liquibase formatted sql logicalFilePath:db/changelog/changes/0013-usage-and-audit.sql

-- What administrators did to others' work and to the fleet. Ids are in order of time, so the newest lie together.
--changeset genonaut:0013-audit-line
create table audit_line (
  id uuid not null primary key,
  at datetime(6) not null,
  account_id uuid not null,
  action varchar(40) not null,
  subject_kind varchar(20) not null,
  subject_id uuid null,
  details varchar(12000) not null,
  key ix_audit_account (account_id, id),
  key ix_audit_subject (subject_id, id),
  constraint fk_audit_account foreign key (account_id) references account (id)
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table audit_line

-- Images asked for, by the minute, for the rolling hour. Old minutes are removed.
--changeset genonaut:0013-usage-minute
create table usage_minute (
  account_id uuid not null,
  minute datetime not null,
  images int not null default 0,
  primary key (account_id, minute),
  key ix_usage_minute (minute),
  constraint fk_usage_minute_account foreign key (account_id) references account (id)
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table usage_minute

-- day: in the zone that is configured.
--changeset genonaut:0013-usage-day
create table usage_day (
  account_id uuid not null,
  day date not null,
  images int not null default 0,
  gpu_ms bigint not null default 0,
  primary key (account_id, day),
  key ix_usage_day (day),
  constraint fk_usage_day_account foreign key (account_id) references account (id)
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table usage_day

-- images_charged: what of this job counts as used, so that it is given back once.
--changeset genonaut:0013-job-images-charged
alter table generation_job add column images_charged int not null default 0;
--rollback alter table generation_job drop column images_charged
