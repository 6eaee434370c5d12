package org.genonaut.chaos;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** One run: people ask, things break, all is mended, and then the books are compared. */
final class Chaos implements AutoCloseable {

    /** The longest that an attempt may take in the nodes of a run; far more than one needs. */
    static final String TIME_LIMIT = "3m";

    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final ChaosOptions options;
    private final PrintStream out;
    private final Client client = new Client();
    private final Recovery recovery = new Recovery();
    private final Installation installation;
    private final SnapshotReader reader;
    private final List<Asked> asked = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final long began;

    Chaos(ChaosOptions options, PrintStream out) throws Exception {
        this.options = options;
        this.out = out;
        this.installation = Installation.start(options, client);
        this.reader = new SnapshotReader(installation.storage());
        this.began = System.nanoTime();
    }

    public static void main(String[] arguments) throws Exception {
        ChaosOptions options;
        try {
            options = ChaosOptions.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "\n" + ChaosOptions.HELP);
            System.exit(2);
            return;
        }
        LoggingSystem.get(Chaos.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        boolean clean;
        try (var chaos = new Chaos(options, System.out)) {
            clean = chaos.run().isClean();
        }
        System.exit(clean ? 0 : 1);
    }

    Installation installation() {
        return installation;
    }

    /** Runs it all and prints what happened; the counts and the recovery are the last line. */
    Findings run() throws Exception {
        say(options.jobs() + " jobs with seed " + options.seed() + ", logs in " + options.folder());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new AskPlan(options)
                    .asks().stream().map(ask -> people.submit(() -> ask(ask))).toList();
            makeTrouble(answers);
            for (var answer : answers) {
                asked.add(answer.get());
            }
        }
        say("All is asked for and mended, waiting for quiet");
        var findings = awaitQuiet();
        report(findings);
        return findings;
    }

    private Asked ask(Ask ask) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(ask.at().toNanos() - sinceBegin().toNanos());
        return new Asker(client, installation.nodes(), ask).ask();
    }

    /** As long as somebody still asks; one trouble may begin while others last, but never two at the same target. */
    private void makeTrouble(List<Future<Asked>> answers) throws Exception {
        if (options.troubles().isEmpty()) {
            return;
        }
        var plan = new TroublePlan(options.seed(), options.troubles(), options.nodes(), options.simulators());
        try (var schedule = new TroubleSchedule(this::happen)) {
            while (answers.stream().anyMatch(answer -> !answer.isDone())) {
                var planned = plan.next();
                TimeUnit.MILLISECONDS.sleep(planned.gap().toMillis());
                schedule.begin(planned);
            }
        }
    }

    private void happen(Planned planned) {
        var mischief = new Mischief(installation, client, planned);
        var begun = Instant.now();
        say(mischief.words());
        try {
            mischief.happen(at -> recovery.mended(new Recovery.Mend(planned, mischief.words(), begun, at)))
                    .ifPresent(this::complain);
        } catch (Exception notMended) {
            complain(mischief.words() + " was not mended: " + notMended);
        }
    }

    private void complain(String complaint) {
        say(complaint);
        synchronized (complaints) {
            complaints.add(complaint);
        }
    }

    private List<Instant> finished(Planned planned, Completions completions) {
        return switch (planned.trouble().part()) {
            case NODE -> installation.nodes().get(planned.target()).finished();
            case ALL_NODES -> completions.on(Optional.empty());
            case SIMULATOR ->
                completions.on(Optional.of(
                        installation.simulators().get(planned.target()).name()));
        };
    }

    /** What is late must come within a minute; what is not there by then never will be. */
    private Findings awaitQuiet() throws Exception {
        long deadline = System.nanoTime() + QUIET.toNanos();
        while (true) {
            try {
                var findings = audit();
                if (findings.isClean() || System.nanoTime() > deadline) {
                    return findings;
                }
            } catch (UncheckedIOException | SQLException stillMoving) {
                if (System.nanoTime() > deadline) {
                    throw stillMoving;
                }
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
    }

    /** Compares the books as they are now. */
    Findings audit() throws SQLException {
        var ledger = new Ledger(
                asked, installation.snapshot(reader), installation.simulators().made());
        var findings = Audit.of(ledger, options.troubles());
        synchronized (complaints) {
            complaints.forEach(findings::unexplained);
        }
        return findings;
    }

    private void report(Findings findings) throws SQLException {
        List<String> recoveries;
        try (var connection = installation.connect()) {
            var completions = new Completions(connection);
            recoveries = recovery.lines(planned -> finished(planned, completions), completions.busy());
        }
        recoveries.stream().skip(1).forEach(line -> out.println("  recovery     " + line));
        out.print(findings.details());
        if (!findings.isClean()) {
            installation.nodes().forEach(node -> out.println("See " + node.log()));
        }
        out.println(findings.counts() + " · " + recoveries.getFirst());
    }

    private void say(String what) {
        out.printf(Locale.ROOT, "%6.1f  %s%n", sinceBegin().toMillis() / 1_000.0, what);
    }

    private Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() {
        client.close();
        installation.close();
    }
}
