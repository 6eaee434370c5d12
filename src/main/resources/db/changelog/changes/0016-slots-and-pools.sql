--liquibase formatted sql logicalFilePath:db/changelog/changes/0016-slots-and-pools.sql

-- Beside the prompt that runs and the one that is ready: one whose pictures are still fetched.
--changeset genonaut:0016-third-slot
insert ignore into backend_slot (backend_id, slot_no) select id, 2 from backend;
--rollback delete from backend_slot where slot_no = 2;

-- What is open of a requirement, however much of it was done.
--changeset genonaut:0016-open-jobs-of-a-requirement
alter table generation_job add key ix_requirement (requirement_id, status);
--rollback alter table generation_job drop key ix_requirement
