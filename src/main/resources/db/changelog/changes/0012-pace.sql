--liquibase formatted sql logicalFilePath:db/changelog/changes/0012-pace.sql

-- How fast a backend runs a base model, as a line of seconds over work (steps × megapixels × batch) in which the newest
-- runs weigh most. spread: usual relative distance of a run from it. largest_*: the largest picture that came of it here.
--changeset genonaut:0012-run-pace
create table run_pace (
  backend_id uuid not null,
  base_model_id uuid not null,
  samples int not null default 0,
  mean_work double not null default 0,
  mean_seconds double not null default 0,
  work_variance double not null default 0,
  covariance double not null default 0,
  spread double not null default 0,
  loads int not null default 0,
  load_seconds double not null default 0,
  largest_width int not null default 0,
  largest_height int not null default 0,
  largest_batch int not null default 0,
  primary key (backend_id, base_model_id),
  constraint fk_pace_backend foreign key (backend_id) references backend (id) on delete cascade,
  constraint fk_pace_model foreign key (base_model_id) references model (id) on delete cascade
) character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
--rollback drop table run_pace;
