--liquibase formatted sql

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
