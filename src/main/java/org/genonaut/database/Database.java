package org.genonaut.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Where both connection pools connect to. */
sealed interface Database extends JdbcConnectionDetails permits EmbeddedMariaDB, DatabaseServer {}
