package org.genonaut.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** Runs below the system's temporary folder, in one folder for all tests, so that MariaDB is unpacked once. */
class EmbeddedMariaDBTest {

    private static final DatabaseProperties.Embedded SMALL =
            new DatabaseProperties.Embedded(DataSize.ofMegabytes(64), List.of());

    @TempDir
    private static Path folder;

    @Test
    void keepsItsRowsOverARestart() throws Exception {
        try (var database = start()) {
            execute(database, "CREATE OR REPLACE TABLE restarted AS SELECT 7 AS seven");
        }
        try (var database = start()) {
            assertThat(read(database, "SELECT seven FROM restarted")).isEqualTo("7");
        }
    }

    @Test
    void keepsItsRowsWhenTheServerIsKilled() throws Exception {
        try (var database = start()) {
            execute(database, "CREATE OR REPLACE TABLE killed AS SELECT 7 AS seven");
            kill(server());
            assertThat(new EmbeddedDatabaseHealth(database).health().getStatus())
                    .isEqualTo(Status.DOWN);
        }
        try (var database = start()) {
            assertThat(read(database, "SELECT seven FROM killed")).isEqualTo("7");
        }
    }

    @Test
    void stopsTheServerThatAKilledApplicationLeftBehind() throws Exception {
        leaveAServerBehind();
        var orphan = server();

        try (var database = start()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(read(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void startsOverAHalfFinishedFirstStart() throws Exception {
        FileSystemUtils.deleteRecursively(folder.resolve("database"));
        Files.createDirectories(folder.resolve("database.installing"));
        Files.writeString(folder.resolve("database.installing").resolve("ibdata1"), "half");

        try (var database = start()) {
            assertThat(read(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesASecondStartOnTheSameFolder() {
        try (var database = start()) {
            assertThatThrownBy(EmbeddedMariaDBTest::start)
                    .isInstanceOf(EmbeddedDatabaseException.InUse.class)
                    .hasMessageContaining("already running");
            assertThat(new EmbeddedDatabaseHealth(database).health().getStatus())
                    .isEqualTo(Status.UP);
        }
    }

    @Test
    void saysWhereTheLogIsWhenTheServerDoesNotStart() {
        var wrong = new DatabaseProperties.Embedded(DataSize.ofMegabytes(64), List.of("--no-such-option"));

        assertThatThrownBy(() -> EmbeddedMariaDB.start(folder, wrong))
                .isInstanceOfSatisfying(
                        EmbeddedDatabaseException.NotStarted.class,
                        failure -> assertThat(failure.action()).contains("mariadb.log"));
    }

    @Test
    void saysWhenTheFolderCannotBeUsed(@TempDir Path elsewhere) throws Exception {
        var file = Files.createFile(elsewhere.resolve("a-file"));

        assertThatThrownBy(() -> EmbeddedMariaDB.start(file, SMALL))
                .isInstanceOf(EmbeddedDatabaseException.Unusable.class)
                .hasMessageContaining("a-file");
    }

    @Test
    void letsInNobodyWithoutThePassword() {
        try (var database = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "genonaut", ""))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "root", ""))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void hidesThePasswordFromOtherUsers() throws Exception {
        start().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("database.password"))))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("database.init.sql")).doesNotExist();
    }

    @Test
    void listensOnLoopbackInUtcWithOurCollation() throws Exception {
        try (var database = start()) {
            assertThat(read(database, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
            assertThat(read(database, "SELECT @@global.time_zone")).isEqualTo("+00:00");
            assertThat(read(database, "SELECT @@collation_database")).isEqualTo("utf8mb4_uca1400_ai_ci");
            assertThat(read(database, "SELECT @@global.tx_isolation")).isEqualTo("READ-COMMITTED");
        }
    }

    private static EmbeddedMariaDB start() {
        return EmbeddedMariaDB.start(folder, SMALL);
    }

    /** What a kill of the application leaves: a running server and no lock. */
    private static void leaveAServerBehind() throws IOException {
        var directory = DataDirectory.open(folder);
        var binaries = MariaDBBinaries.unpackedIn(directory);
        SystemTables.createIn(directory, binaries);
        ServerProcess.start(directory, binaries, directory.password(), SMALL);
        directory.close();
    }

    private static ProcessHandle server() throws IOException {
        var home = folder.toRealPath();
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .command()
                        .filter(command -> Path.of(command).startsWith(home))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static void execute(EmbeddedMariaDB database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(EmbeddedMariaDB database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
