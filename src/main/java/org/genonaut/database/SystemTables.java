package org.genonaut.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** MariaDB's own tables, which must exist before the server can start. */
final class SystemTables {

    private static final Logger log = LoggerFactory.getLogger(SystemTables.class);

    private SystemTables() {}

    /** Creates them once: under a draft's name first, so that a killed start does not leave half of them. */
    static void createIn(DataDirectory directory, MariaDBBinaries binaries) throws IOException {
        if (Files.exists(directory.tables())) {
            return;
        }
        log.info("Creating the database in {}", directory.tables());
        var draft = directory.tables().resolveSibling("database.installing");
        FileSystemUtils.deleteRecursively(draft);
        var installer = binaries.process(command(binaries, draft))
                .redirectOutput(directory.newLog().toFile());
        // From the common folder, another server that starts at this moment removes what it takes for left over.
        installer.environment().put("TMPDIR", directory.temporaryTables().toString());
        if (Processes.waitFor(installer.start()) != 0) {
            throw new EmbeddedDatabaseException.NotStarted("its installation failed.", directory.log());
        }
        Files.move(draft, directory.tables(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> command(MariaDBBinaries binaries, Path tables) {
        var command = new ArrayList<>(binaries.installer());
        ServerCommand.userOption().ifPresent(command::add);
        command.add("--datadir=" + tables);
        return command;
    }
}
