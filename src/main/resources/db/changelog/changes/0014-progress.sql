--liquibase formatted sql logicalFilePath:db/changelog/changes/0014-progress.sql

-- How far a running job is, for watchers at other nodes. No foreign keys: writing progress must never wait for whoever ends
-- the job, nor keep him waiting. A row whose job does not run any more is not shown and is swept.
-- node: who runs it; watched_until: as long as another node watches, previews are stored, too.
--changeset genonaut:0014-job-progress
create table job_progress (
  job_id uuid not null primary key,
  request_id uuid not null,
  number int not null,
  node uuid not null,
  backend varchar(100) null,
  phase varchar(10) not null,
  step int not null,
  steps int not null,
  fraction double not null,
  watched_until datetime(6) null,
  key ix_progress_request (request_id),
  constraint ck_progress_phase check (phase in ('queued', 'loading', 'sampling', 'decoding', 'saving')),
  constraint ck_progress_fraction check (fraction between 0 and 1),
  constraint ck_progress_step check (step between 0 and steps)
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table job_progress;

-- The newest preview of a running job that another node watches.
--changeset genonaut:0014-job-preview
create table job_preview (
  job_id uuid not null primary key,
  request_id uuid not null,
  number int not null,
  version bigint not null,
  media_type varchar(50) not null,
  bytes mediumblob not null,
  key ix_preview_request (request_id, number)
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table job_preview;
