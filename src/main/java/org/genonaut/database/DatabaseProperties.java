package org.genonaut.database;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which database to use.
 *
 * @param url      JDBC URL of a MariaDB server (10.11 or later); absent or blank: the embedded one is started
 * @param user     account on that server
 * @param password its password
 * @param embedded settings of the embedded server, unused when a URL is given
 */
@ConfigurationProperties("genonaut.db")
record DatabaseProperties(
        @Nullable String url,
        @DefaultValue("genonaut") String user,
        @DefaultValue("") String password,
        @DefaultValue Embedded embedded) {

    /**
     * @param bufferPool memory for InnoDB's pages; absent: a quarter of the machine's, from 256 MB to 2 GB
     * @param arguments  further command line arguments of the server
     */
    record Embedded(
            @Nullable DataSize bufferPool, @DefaultValue List<String> arguments) {}
}
