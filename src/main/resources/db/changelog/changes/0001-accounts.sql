--liquibase formatted sql logicalFilePath:db/changelog/changes/0001-accounts.sql

--changeset genonaut:0001-account
CREATE TABLE account (
    id            uuid         NOT NULL,
    name          varchar(100) NOT NULL COLLATE utf8mb4_uca1400_nopad_as_ci,
    display_name  varchar(200) NOT NULL,
    email         varchar(320)     NULL,
    password_hash varchar(255)     NULL,
    role          varchar(20)  NOT NULL,
    enabled       boolean      NOT NULL,
    created_at    datetime(6)  NOT NULL,
    updated_at    datetime(6)  NOT NULL,
    version       bigint       NOT NULL,
    CONSTRAINT pk_account PRIMARY KEY (id),
    CONSTRAINT uq_account_name UNIQUE (name),
    CONSTRAINT ck_account_role CHECK (role IN ('member', 'admin'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
--rollback DROP TABLE account;

--changeset genonaut:0001-account-identity
CREATE TABLE account_identity (
    id         uuid         NOT NULL,
    account_id uuid         NOT NULL,
    issuer     varchar(255) NOT NULL,
    subject    varchar(255) NOT NULL COLLATE utf8mb4_bin,
    created_at datetime(6)  NOT NULL,
    CONSTRAINT pk_account_identity PRIMARY KEY (id),
    CONSTRAINT uq_account_identity UNIQUE (issuer, subject),
    CONSTRAINT fk_account_identity_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
--rollback DROP TABLE account_identity;

--changeset genonaut:0001-api-token
CREATE TABLE api_token (
    id           uuid          NOT NULL,
    account_id   uuid          NOT NULL,
    name         varchar(100)  NOT NULL,
    hash         varbinary(32) NOT NULL,
    scopes       varchar(100)  NOT NULL,
    created_at   datetime(6)   NOT NULL,
    expires_at   datetime(6)       NULL,
    last_used_at datetime(6)       NULL,
    CONSTRAINT pk_api_token PRIMARY KEY (id),
    CONSTRAINT uq_api_token_hash UNIQUE (hash),
    CONSTRAINT fk_api_token_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
--rollback DROP TABLE api_token;
