--liquibase formatted sql logicalFilePath:db/changelog/changes/0010-scheduling.sql

-- work: steps × megapixels × batch, what a speed is learned for; lane: a factor on the account's weight.
-- avoid_backend_id: it has just failed the job, so that others go first; min_vram: a card with less ran out of memory.
--changeset genonaut:0010-job-scheduling
alter table generation_job
  add column work double not null default 1 after cost,
  add column lane double not null default 1 after work,
  add column put_first boolean not null default false after lane,
  add column avoid_backend_id uuid null after put_first,
  add column avoid_until datetime(6) null after avoid_backend_id,
  add column min_vram bigint null after avoid_until;
--rollback alter table generation_job drop column work, drop column lane, drop column put_first, drop column avoid_backend_id, drop column avoid_until, drop column min_vram

-- unsettled: the prompt may still end at its server, and its result would be taken.
--changeset genonaut:0010-attempt-times
alter table generation_attempt
  add column started_at datetime(6) null after posted_at,
  add column run_ms bigint null after ended_at,
  add column load_ms bigint null after run_ms,
  add column cached boolean not null default false after load_ms,
  add column unsettled boolean not null default false after cached,
  add key ix_attempt_unsettled (unsettled, backend_id, created_at);
--rollback alter table generation_attempt drop key ix_attempt_unsettled, drop column started_at, drop column run_ms, drop column load_ms, drop column cached, drop column unsettled

-- loaded_model_id: what its last job loaded, as far as we remember; passed_job_id: the head that waits here while jobs of
-- the loaded model go first, and since when.
--changeset genonaut:0010-backend-affinity
alter table backend
  add column loaded_model_id uuid null after virtual_time,
  add column passed_job_id uuid null after loaded_model_id,
  add column passed_since datetime(6) null after passed_job_id;
--rollback alter table backend drop column loaded_model_id, drop column passed_job_id, drop column passed_since

-- version: grows with every change of what the account has open, so that other nodes can see that there was one.
--changeset genonaut:0010-flow-version
alter table queue_flow add column version bigint not null default 0 after open_jobs;
--rollback alter table queue_flow drop column version
