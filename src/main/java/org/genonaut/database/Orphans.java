package org.genonaut.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Database servers that a killed application left running.
 *
 * <p>Each is recognised by its executable, which lies in the data directory itself. A process id from a file would
 * not do: it may be missing after a kill, and it may belong to somebody else by now.
 */
final class Orphans {

    private static final Logger log = LoggerFactory.getLogger(Orphans.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Orphans() {}

    /** Stops every process whose executable lies in the directory, and waits for its end. */
    static void stopIn(DataDirectory directory) {
        ProcessHandle.allProcesses()
                .filter(process -> runsFrom(process, directory.root()))
                .forEach(Orphans::stop);
    }

    private static boolean runsFrom(ProcessHandle process, Path root) {
        // Empty for processes of other users: not ours to stop.
        return process.info()
                .command()
                .filter(command -> Path.of(command).startsWith(root))
                .isPresent();
    }

    private static void stop(ProcessHandle process) {
        log.warn("Stopping the database server that a killed application left behind (process {})", process.pid());
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            log.warn("Process {} did not end within {}: killing it", process.pid(), PATIENCE);
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot wait for process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
