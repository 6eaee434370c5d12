--liquibase formatted sql logicalFilePath:db/changelog/changes/0015-house-keeping.sql

-- db-scheduler's own table.
--changeset genonaut:0015-scheduled-tasks
create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data blob,
  execution_time timestamp(6) not null default current_timestamp(6),
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp(6) null,
  last_failure timestamp(6) null,
  consecutive_failures int,
  last_heartbeat timestamp(6) null,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance),
  key ix_task_execution_time (execution_time),
  key ix_task_last_heartbeat (last_heartbeat)
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table scheduled_tasks;

-- A row holds the whole queue.
--changeset genonaut:0015-queue-pause
create table queue_pause (
  id int not null primary key,
  since datetime(6) not null,
  account_id uuid not null,
  constraint ck_queue_pause check (id = 1)
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table queue_pause;
