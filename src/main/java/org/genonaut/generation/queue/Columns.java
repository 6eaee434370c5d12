package org.genonaut.generation.queue;

import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads the single column of a row, where a key makes sure that there is one. */
final class Columns {

    static final RowMapper<UUID> ID = (row, number) -> row.getObject(1, UUID.class);

    private Columns() {}
}
