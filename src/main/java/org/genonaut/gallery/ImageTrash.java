package org.genonaut.gallery;

import org.genonaut.account.AccountId;
import org.genonaut.generation.ImageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves single images to the trash and back; bytes and recipe stay. */
@Component
class ImageTrash {

    private final JdbcClient jdbc;

    ImageTrash(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    boolean putIn(AccountId account, ImageId image) {
        return jdbc.sql("update generation_image set trashed_at = utc_timestamp(6)"
                                + " where id = ? and account_id = ? and trashed_at is null")
                        .params(image.value(), account.value())
                        .update()
                == 1;
    }

    /** Not out of a generation that has gone to the trash as a whole: that comes back as a whole. */
    @Transactional
    boolean takeOut(AccountId account, ImageId image) {
        return jdbc.sql("update generation_image i join generation_request r on r.id = i.request_id"
                                + " set i.trashed_at = null"
                                + " where i.id = ? and i.account_id = ? and i.trashed_at is not null"
                                + " and r.trashed_at is null")
                        .params(image.value(), account.value())
                        .update()
                == 1;
    }
}
