--liquibase formatted sql logicalFilePath:db/changelog/changes/0011-fleet.sql

-- What an admin wants of a backend, since when, by whom and why: enabled and draining together say what; removed hides it.
-- quarantine_*: a prompt stands still there; all nodes leave the backend alone until it is gone.
--changeset genonaut:0011-backend-standing
alter table backend
  add column draining boolean not null default false after enabled,
  add column removed boolean not null default false after draining,
  add column standing_since datetime(6) null after removed,
  add column standing_by varchar(200) null after standing_since,
  add column drain_note varchar(200) null after disabled_reason,
  add column quarantined_since datetime(6) null after drain_note,
  add column quarantine_reason varchar(300) null after quarantined_since,
  add column quarantine_prompt_id uuid null after quarantine_reason,
  add constraint ck_backend_draining check (enabled or not draining),
  add constraint ck_backend_removed check (not (enabled and removed));
--rollback alter table backend drop constraint ck_backend_draining, drop constraint ck_backend_removed, drop column draining, drop column removed, drop column standing_since, drop column standing_by, drop column drain_note, drop column quarantined_since, drop column quarantine_reason, drop column quarantine_prompt_id
