package org.genonaut.database;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB that lives and dies with the application: on loopback only, with a password, in the data directory.
 *
 * <p>It survives being killed, alone, with the application or instead of it: InnoDB recovers, and a server left
 * behind is stopped before the next one starts.
 */
final class EmbeddedMariaDB implements Database, AutoCloseable {

    static final String NAME = "genonaut";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDB.class);

    private final DataDirectory directory;
    private final String password;
    private final ServerProcess server;

    private EmbeddedMariaDB(DataDirectory directory, String password, ServerProcess server) {
        this.directory = directory;
        this.password = password;
        this.server = server;
    }

    /**
     * Starts the server in any folder, which is created and filled on first use.
     *
     * @throws EmbeddedDatabaseException saying why it cannot be started
     */
    static EmbeddedMariaDB start(Path path, DatabaseProperties.Embedded settings) {
        var directory = DataDirectory.open(path);
        try {
            return start(directory, settings);
        } catch (IOException e) {
            directory.close();
            throw new EmbeddedDatabaseException.Unusable(directory.root(), e);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static EmbeddedMariaDB start(DataDirectory directory, DatabaseProperties.Embedded settings)
            throws IOException {
        Orphans.stopIn(directory);
        var binaries = MariaDBBinaries.unpackedIn(directory);
        SystemTables.createIn(directory, binaries);
        var password = directory.password();
        var server = ServerProcess.start(directory, binaries, password, settings);
        log.info("Embedded MariaDB is ready on 127.0.0.1:{} with its data in {}", server.port(), directory.root());
        return new EmbeddedMariaDB(directory, password, server);
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + server.port() + "/" + NAME;
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    boolean isRunning() {
        return server.isRunning();
    }

    /** Stops the server and waits for it; called once, after the connection pools are closed. */
    @Override
    public void close() {
        server.stop();
        directory.close();
        log.info("Embedded MariaDB has stopped");
    }
}
