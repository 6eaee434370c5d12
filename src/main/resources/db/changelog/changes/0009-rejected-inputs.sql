--liquibase formatted sql logicalFilePath:db/changelog/changes/0009-rejected-inputs.sql

--changeset genonaut:0009-job-violations
alter table generation_job add column violations json null after failure_details;
--rollback alter table generation_job drop column violations;
