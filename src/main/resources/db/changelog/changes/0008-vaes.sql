--liquibase formatted sql logicalFilePath:db/changelog/changes/0008-vaes.sql

-- A checkpoint brings a VAE; another one may decode in its place.
--changeset genonaut:0008-model-type-vae
alter table model drop constraint ck_model_type,
  add constraint ck_model_type check (type in ('checkpoint', 'lora', 'vae'));
--rollback alter table model drop constraint ck_model_type, add constraint ck_model_type check (type in ('checkpoint', 'lora'));
