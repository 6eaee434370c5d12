--liquibase formatted sql logicalFilePath:db/changelog/changes/0007-backend-connections.sql

--changeset genonaut:0007-backend-connection-settings
alter table backend add column connection_settings json not null default '{}' after url;
--rollback alter table backend drop column connection_settings

--changeset genonaut:0007-backend-sealed-secrets
alter table backend add column sealed_secrets mediumtext null after connection_settings;
--rollback alter table backend drop column sealed_secrets
