package org.genonaut.database;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** The command line of the embedded server. */
final class ServerCommand {

    private static final DataSize SMALLEST_BUFFER_POOL = DataSize.ofMegabytes(256);
    private static final DataSize LARGEST_BUFFER_POOL = DataSize.ofGigabytes(2);

    private ServerCommand() {}

    static List<String> of(
            MariaDBBinaries binaries,
            DataDirectory directory,
            int port,
            Path initialStatements,
            DatabaseProperties.Embedded settings)
            throws IOException {
        var command = new ArrayList<String>(List.of(
                binaries.server(),
                "--no-defaults",
                "--basedir=" + binaries.home(),
                "--datadir=" + directory.tables(),
                "--tmpdir=" + directory.temporaryTables(),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                // No Unix socket: its path is limited to 107 characters, and a stale one would be in the way.
                "--socket=",
                // On loopback TLS protects nobody, and making its keys costs seconds at every start.
                "--skip-ssl",
                "--skip-log-bin",
                "--init-file=" + initialStatements,
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--transaction-isolation=READ-COMMITTED",
                "--default-time-zone=+00:00",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=" + bufferPool(settings).toBytes()));
        userOption().ifPresent(command::add);
        command.addAll(settings.arguments());
        return command;
    }

    /** MariaDB refuses to run as root unless told so; in a container that is what one is. */
    static Optional<String> userOption() {
        return "root".equals(System.getProperty("user.name")) ? Optional.of("--user=root") : Optional.empty();
    }

    private static DataSize bufferPool(DatabaseProperties.Embedded settings) {
        var configured = settings.bufferPool();
        return configured != null ? configured : aQuarterOf(physicalMemory());
    }

    static DataSize aQuarterOf(DataSize memory) {
        return DataSize.ofBytes(
                Math.clamp(memory.toBytes() / 4, SMALLEST_BUFFER_POOL.toBytes(), LARGEST_BUFFER_POOL.toBytes()));
    }

    private static DataSize physicalMemory() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return DataSize.ofBytes(system.getTotalMemorySize());
    }
}
