package org.genonaut.generation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.genonaut.generation.GeneratedImage;
import org.genonaut.generation.Generation;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.run.MixedFleet.Servers;
import org.genonaut.simulator.book.PromptRun;
import org.genonaut.simulator.book.ReceivedPrompt;
import org.genonaut.storage.ImageStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares what was asked, what each server received and made, and what the gallery has: nothing lost, nothing twice. */
final class Audit {

    private static final String ATTEMPTS = """
            select j.number job, a.number, b.name backend, a.prompt_id, a.filename_prefix, a.outcome
              from generation_attempt a join generation_job j on j.id = a.job_id join backend b on b.id = a.backend_id
             where j.request_id = ? order by j.number, a.number""";

    private static final String IMAGE_NUMBERS_OF_JOB = """
            select i.number from generation_image i join generation_job j on j.id = i.job_id
             where j.request_id = ? and i.request_id = j.request_id and j.number = ? order by i.position""";

    private static final List<String> NOTHING_LEFT_OPEN = List.of(
            "select count(*) from backend_slot where job_id is not null",
            "select count(*) from generation_job where status in ('waiting', 'backing_off', 'paused', 'processing')",
            "select count(*) from generation_attempt where outcome is null or ended_at is null",
            "select coalesce(sum(open_jobs), 0) from queue_flow");

    private final JdbcClient jdbc;
    private final ImageStore store;
    private final Servers servers;

    Audit(JdbcClient jdbc, ImageStore store, Servers servers) {
        this.jdbc = jdbc;
        this.store = store;
        this.servers = servers;
    }

    /** All attempts of a generation, job by job, the first first. */
    List<Attempt> attempts(GenerationId id) {
        return jdbc.sql(ATTEMPTS)
                .param(id.value())
                .query((row, number) -> new Attempt(
                        row.getInt("job"),
                        row.getInt("number"),
                        row.getString("backend"),
                        row.getString("prompt_id"),
                        row.getString("filename_prefix"),
                        row.getString("outcome")))
                .list();
    }

    /** To be asked when nothing else is going on. */
    void check(Generation ended) {
        assertThat(ended.status().isOpen()).isFalse();
        var attempts = attempts(ended.id());
        attempts.forEach(this::wasSentOnce);
        ended.jobs().forEach(job -> check(ended, job, attempts));
        assertThat(NOTHING_LEFT_OPEN)
                .allSatisfy(count ->
                        assertThat(jdbc.sql(count).query(Long.class).single()).isZero());
        assertThat(unknownPrompts()).isEmpty();
    }

    private void wasSentOnce(Attempt attempt) {
        assertThat(received().filter(prompt -> prompt.promptId().equals(attempt.promptId())))
                .as("posts of attempt %s", attempt)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(runs(attempt)).as("runs of attempt %s", attempt).hasSizeLessThanOrEqualTo(1);
    }

    /** What earlier attempts left at a server stays there: the gallery has what the attempt that succeeded made. */
    private void check(Generation ended, Generation.Job job, List<Attempt> all) {
        var attempts =
                all.stream().filter(attempt -> attempt.job() == job.number()).toList();
        var numbers = imageNumbers(ended.id(), job.number());
        var size = ended.parameters().batchSize();
        assertThat(numbers)
                .as("images of job %d, each in its place", job.number())
                .isSubsetOf(Stream.iterate(job.number() * size, number -> number + 1)
                        .limit(size)
                        .toList())
                .doesNotHaveDuplicates();
        var successes = attempts.stream().filter(Attempt::succeeded).toList();
        assertThat(successes).as("attempts that count").hasSize(job.status().equals("completed") ? 1 : 0);
        assertThat(numbers).hasSize(successes.size() * size);
        successes.forEach(success -> {
            assertThat(success).isEqualTo(attempts.getLast());
            assertThat(runs(success)).singleElement().satisfies(run -> {
                assertThat(run.outcome()).isEqualTo(PromptRun.Outcome.SUCCESS);
                assertThat(run.files()).hasSize(size);
            });
            ended.images().stream()
                    .filter(image -> numbers.contains(image.number()))
                    .forEach(image -> isOf(image, success, ended, job));
        });
    }

    private void isOf(GeneratedImage image, Attempt attempt, Generation ended, Generation.Job job) {
        try {
            var bytes = store.open(image.key()).content().getContentAsByteArray();
            assertThat(bytes).hasSize((int) image.bytes());
            // A picture tells its prompt, and each attempt has a prefix of its own.
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains(attempt.prefix());
            assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth())
                    .isEqualTo(ended.parameters().width());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(image.seed()).isEqualTo(job.seed());
    }

    private List<Integer> imageNumbers(GenerationId id, int job) {
        return jdbc.sql(IMAGE_NUMBERS_OF_JOB)
                .params(id.value(), job)
                .query((row, number) -> row.getInt("number"))
                .list();
    }

    private Stream<ReceivedPrompt> received() {
        return servers.all().stream().flatMap(server -> server.script().book().received().stream());
    }

    private List<PromptRun> runs(Attempt attempt) {
        return servers.all().stream()
                .flatMap(server -> server.script().book().runsOf(attempt.promptId()).stream())
                .toList();
    }

    /** What a server was sent and the database does not know. */
    private List<String> unknownPrompts() {
        var known = new HashSet<>(jdbc.sql("select prompt_id from generation_attempt")
                .query((row, number) -> row.getObject(1, UUID.class).toString())
                .list());
        return received()
                .map(ReceivedPrompt::promptId)
                .filter(prompt -> !known.contains(prompt))
                .toList();
    }
}
