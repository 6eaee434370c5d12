--liquibase formatted sql logicalFilePath:db/changelog/changes/0006-gallery.sql

-- The gallery packs its lines from the shapes alone: they are read from the index, without touching a row.
--changeset genonaut:0006-image-shape
create index ix_image_shape on generation_image (account_id, trashed_at, id, width, height);
--rollback drop index ix_image_shape on generation_image;

--changeset genonaut:0006-image-gallery
drop index ix_image_gallery on generation_image;
--rollback create index ix_image_gallery on generation_image (account_id, trashed_at, id);
