--liquibase formatted sql logicalFilePath:db/changelog/changes/0005-queue.sql

-- A pool is an interned set of backends that have all files of some requirement; pool 0 has none.
--changeset genonaut:0005-pool
create table pool (
  id int not null primary key auto_increment,
  hash varbinary(32) not null,
  constraint uq_pool_hash unique (hash)
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table pool;

--changeset genonaut:0005-backend-pool
create table backend_pool (
  backend_id uuid not null,
  pool_id int not null,
  primary key (backend_id, pool_id),
  key ix_backend_pool (pool_id, backend_id),
  constraint fk_backend_pool_backend foreign key (backend_id) references backend (id) on delete cascade,
  constraint fk_backend_pool_pool foreign key (pool_id) references pool (id) on delete cascade
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table backend_pool;

-- A requirement is the interned set of a job's files.
--changeset genonaut:0005-requirement
create table requirement (
  id int not null primary key auto_increment,
  hash varbinary(32) not null,
  pool_id int not null default 0,
  constraint uq_requirement_hash unique (hash)
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table requirement;

--changeset genonaut:0005-requirement-file
create table requirement_file (
  file_id uuid not null,
  requirement_id int not null,
  primary key (file_id, requirement_id),
  key ix_requirement_file (requirement_id, file_id),
  constraint fk_requirement_file foreign key (file_id) references model (id),
  constraint fk_requirement_of_file foreign key (requirement_id) references requirement (id) on delete cascade
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table requirement_file;

--changeset genonaut:0005-generation-job
create table generation_job (
  id uuid not null primary key,
  request_id uuid not null,
  number int not null,
  seed bigint unsigned not null,
  status varchar(12) not null,
  account_id uuid not null,
  requirement_id int not null,
  pool_id int not null,
  base_model_id uuid not null,
  tag double not null,
  cost double not null,
  attempts int not null default 0,
  claim_token uuid null,
  cancel_requested boolean not null default false,
  not_before datetime(6) null,
  failure_kind varchar(20) null,
  failure varchar(1000) null,
  failure_details varchar(4000) null,
  created_at datetime(6) not null,
  started_at datetime(6) null,
  finished_at datetime(6) null,
  constraint uq_job_number unique (request_id, number),
  key ix_claim (status, pool_id, tag, id),
  key ix_affinity (status, pool_id, base_model_id, tag, id),
  key ix_order (status, tag, id),
  key ix_account (account_id, status, tag),
  key ix_due (status, not_before),
  constraint fk_job_request foreign key (request_id) references generation_request (id) on delete cascade,
  constraint fk_job_account foreign key (account_id) references account (id),
  constraint fk_job_requirement foreign key (requirement_id) references requirement (id),
  constraint ck_job_status check (status in ('waiting', 'backing_off', 'paused', 'processing', 'completed', 'failed', 'cancelled'))
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table generation_job;

-- One POST of one job to one ComfyUI. Its ids are written before the POST, so that they can be asked for later.
--changeset genonaut:0005-generation-attempt
create table generation_attempt (
  id uuid not null primary key,
  job_id uuid not null,
  number int not null,
  backend_id uuid not null,
  prompt_id uuid not null,
  client_id varchar(64) not null,
  filename_prefix varchar(200) not null,
  claim_token uuid not null,
  created_at datetime(6) not null,
  posted_at datetime(6) null,
  ended_at datetime(6) null,
  outcome varchar(20) null,
  details varchar(4000) null,
  constraint uq_attempt_number unique (job_id, number),
  constraint uq_attempt_prompt unique (prompt_id),
  key ix_attempt_open (backend_id, ended_at, created_at),
  constraint fk_attempt_job foreign key (job_id) references generation_job (id) on delete cascade,
  constraint fk_attempt_backend foreign key (backend_id) references backend (id)
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table generation_attempt;

--changeset genonaut:0005-generation-image
create table generation_image (
  id uuid not null primary key,
  account_id uuid not null,
  request_id uuid not null,
  job_id uuid not null,
  position int not null,
  number int not null,
  seed bigint unsigned not null,
  storage_key varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  sha256 varbinary(32) not null,
  media_type varchar(50) not null,
  bytes bigint not null,
  width int not null,
  height int not null,
  trashed_at datetime(6) null,
  created_at datetime(6) not null,
  constraint uq_image_position unique (job_id, position),
  constraint uq_image_number unique (request_id, number),
  constraint uq_image_key unique (storage_key),
  key ix_image_gallery (account_id, trashed_at, id),
  constraint fk_image_account foreign key (account_id) references account (id),
  constraint fk_image_request foreign key (request_id) references generation_request (id),
  constraint fk_image_job foreign key (job_id) references generation_job (id)
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table generation_image;

--changeset genonaut:0005-image-mark
create table image_mark (
  account_id uuid not null,
  image_id uuid not null,
  favourite boolean not null,
  rating int null,
  updated_at datetime(6) not null,
  primary key (account_id, image_id),
  constraint fk_mark_account foreign key (account_id) references account (id),
  constraint fk_mark_image foreign key (image_id) references generation_image (id) on delete cascade,
  constraint ck_mark_rating check (rating between 1 and 5)
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table image_mark;

--changeset genonaut:0005-backend-slot
create table backend_slot (
  backend_id uuid not null,
  slot_no int not null,
  job_id uuid null,
  lease_until datetime(6) null,
  primary key (backend_id, slot_no),
  constraint uq_slot_job unique (job_id),
  key ix_slot_lease (lease_until),
  constraint fk_slot_backend foreign key (backend_id) references backend (id) on delete cascade,
  constraint fk_slot_job foreign key (job_id) references generation_job (id)
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table backend_slot;

-- One row per account, locked while it submits: start-time fair queueing, and exact limits under parallel submits.
--changeset genonaut:0005-queue-flow
create table queue_flow (
  account_id uuid not null primary key,
  served double not null default 0,
  finish double not null default 0,
  weight double not null default 1,
  open_jobs int not null default 0,
  constraint fk_flow_account foreign key (account_id) references account (id),
  constraint ck_flow_weight check (weight > 0)
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table queue_flow;
