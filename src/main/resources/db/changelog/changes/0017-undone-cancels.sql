--liquibase formatted sql logicalFilePath:db/changelog/changes/0017-undone-cancels.sql

-- A cancel that is taken back lets a paused job be paused again.

--changeset genonaut:0017-status-before-a-cancel
alter table generation_job
  add column cancelled_from varchar(12) null;
--rollback alter table generation_job drop column cancelled_from
