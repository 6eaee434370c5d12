package org.genonaut.database;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells whether the embedded server's process is alive; a configured server has the pools' own check. */
@Component("embeddedDatabase")
class EmbeddedDatabaseHealth implements HealthIndicator {

    private final Database database;

    EmbeddedDatabaseHealth(Database database) {
        this.database = database;
    }

    @Override
    public Health health() {
        return switch (database) {
            case EmbeddedMariaDB server when server.isRunning() -> Health.up().build();
            case EmbeddedMariaDB server ->
                Health.down()
                        .withDetail("reason", "The MariaDB process has ended; restart Genonaut")
                        .build();
            case DatabaseServer server ->
                Health.unknown()
                        .withDetail("reason", "A database server is configured")
                        .build();
        };
    }
}
