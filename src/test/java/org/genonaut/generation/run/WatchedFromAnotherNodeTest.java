package org.genonaut.generation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.genonaut.TestAccounts;
import org.genonaut.TestFleet;
import org.genonaut.TestFleet.Simulators;
import org.genonaut.account.Account;
import org.genonaut.comfyui.Phase;
import org.genonaut.generation.GenerationEvent;
import org.genonaut.generation.GenerationEvents;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.GenerationStatus;
import org.genonaut.generation.watch.ProgressRows;
import org.genonaut.simulator.Pause;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Who watches at one node sees what another one does. */
@Timeout(180)
class WatchedFromAnotherNodeTest {

    private static TwoNodes nodes;
    private static Simulators simulators;

    private final Queue<Pause> pauses = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> watchers = new ConcurrentLinkedQueue<>();
    private Account maya;

    @BeforeAll
    static void start() {
        nodes = new TwoNodes(false);
        simulators = nodes.a().getBean(Simulators.class);
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @BeforeEach
    void aMember() {
        maya = nodes.a().getBean(TestAccounts.class).member(TestFleet.newName());
    }

    /** What a test leaves would be run by the next one. */
    @AfterEach
    void leaveNothing() {
        watchers.forEach(Runnable::run);
        pauses.forEach(Pause::release);
        patiently()
                .until(() -> Stream.of(nodes.a(), nodes.b())
                        .allMatch(node -> node.getBean(Runs.class).all().isEmpty()));
        jdbc().sql("update backend_slot set job_id = null, lease_until = null").update();
        jdbc().sql(
                        "update generation_job set status = 'cancelled' where status in ('waiting', 'backing_off', 'processing')")
                .update();
    }

    @Test
    void seesAJobFromWaitingToItsEnd() throws Exception {
        var early = atlasPausesAt(1);
        var late = atlasPausesAt(3);
        var id = TwoNodes.submit(nodes.a(), maya.id(), aGeneration());
        var seen = watch(nodes.b(), id);
        patiently().until(() -> seen.contains(new GenerationEvent.Waiting(id)));

        TwoNodes.run(nodes.a(), "Atlas");
        early.awaitReached();
        patiently().until(() -> running(seen).anyMatch(at -> at.step() == 1 && at.preview() > 0));
        var first = newest(seen);
        assertThat(first.phase()).isEqualTo(Phase.SAMPLING);
        assertThat(first.backend()).isEqualTo("Atlas");
        var picture = preview(maya, id, first.preview());
        assertThat(picture.getStatus()).isEqualTo(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.getContentAsByteArray())))
                .isNotNull();
        var stranger = nodes.a().getBean(TestAccounts.class).member(TestFleet.newName());
        var refused = preview(stranger, id, first.preview());
        assertThat(refused.getStatus()).isEqualTo(204);
        assertThat(refused.getContentAsByteArray()).isEmpty();
        assertThat(nodes.b()
                        .getBean(GenerationService.class)
                        .find(maya.id(), id)
                        .orElseThrow()
                        .progress())
                .isGreaterThan(0);

        early.release();
        late.awaitReached();
        patiently().until(() -> newest(seen).step() == 3 && newest(seen).preview() > first.preview());
        assertThat(preview(maya, id, newest(seen).preview()).getContentAsByteArray())
                .isNotEqualTo(picture.getContentAsByteArray());
        late.release();

        awaitEnd(seen, id);
        assertRising(seen);
        patiently().until(() -> rows(id) == 0);
    }

    @Test
    void hearsThatAListHasChanged() {
        TwoNodes.submit(nodes.a(), maya.id(), aGeneration());
        var changes = new AtomicInteger();
        watchers.add(events(nodes.b()).subscribe(maya.id(), changes::incrementAndGet));
        // What was missed before the first look cannot be known.
        patiently().until(() -> changes.get() == 1);

        jdbc().sql("update queue_flow set version = version + 1 where account_id = ?")
                .param(maya.id().value())
                .update();

        patiently().until(() -> changes.get() == 2);
    }

    @Test
    void seesTheSameOnBothNodesWhenBothRunJobsOfOneGeneration() {
        var atlas = atlasPausesAt(2);
        var borealis = pause(simulators.borealis().script().pauseAtStep(3));
        var id = TwoNodes.submit(nodes.a(), maya.id(), aGeneration().inBatchesOf(1, 4));
        var atA = watch(nodes.a(), id);
        var atB = watch(nodes.b(), id);
        TwoNodes.run(nodes.a(), "Atlas");
        TwoNodes.run(nodes.b(), "Borealis");
        atlas.awaitReached();
        borealis.awaitReached();

        patiently().untilAsserted(() -> {
            assertThat(newest(atA).step()).isEqualTo(2);
            assertThat(newest(atA).backend()).isEqualTo("Atlas");
            assertThat(newest(atA).fraction()).isGreaterThan(0.1);
            assertThat(newest(atA).preview()).isPositive();
            assertThat(newest(atB).preview()).isPositive();
            assertThat(sharedPart(newest(atB))).isEqualTo(sharedPart(newest(atA)));
        });

        pauses.forEach(Pause::release);
        patiently().until(() -> newest(atA).imagesDone() == 2 && newest(atB).imagesDone() == 2);
        assertThat(newest(atA).fraction()).isEqualTo(0.5);
        assertThat(newest(atB).fraction()).isEqualTo(0.5);
        TwoNodes.run(nodes.b(), "Atlas");
        TwoNodes.run(nodes.a(), "Borealis");
        awaitEnd(atA, id);
        awaitEnd(atB, id);
        assertRising(atA);
        assertRising(atB);
    }

    @Test
    void runsAJobToItsEndWhileProgressCannotBeWritten() throws SQLException {
        var early = atlasPausesAt(1);
        var id = TwoNodes.submit(nodes.a(), maya.id(), aGeneration());
        var seen = watch(nodes.b(), id);
        TwoNodes.run(nodes.a(), "Atlas");
        early.awaitReached();
        patiently().until(() -> running(seen).anyMatch(at -> at.step() == 1));

        try (var connection = nodes.a().getBean(DataSource.class).getConnection()) {
            execute(connection, "lock tables job_progress write, job_preview write");
            try {
                early.release();
                patiently().until(() -> status(id).equals("completed"));
            } finally {
                execute(connection, "unlock tables");
            }
        }

        awaitEnd(seen, id);
    }

    @Test
    void goesOnWhenWhatIsStoredOfProgressComesBack() {
        var early = atlasPausesAt(1);
        var late = atlasPausesAt(3);
        var id = TwoNodes.submit(nodes.a(), maya.id(), aGeneration());
        var seen = watch(nodes.b(), id);
        jdbc().sql("rename table job_progress to job_progress_away").update();
        try {
            TwoNodes.run(nodes.a(), "Atlas");
            early.awaitReached();
            early.release();
            late.awaitReached();
        } finally {
            jdbc().sql("rename table job_progress_away to job_progress").update();
        }

        patiently().until(() -> running(seen).anyMatch(at -> at.step() == 3));
        late.release();
        awaitEnd(seen, id);
    }

    @Test
    void forgetsWhatDeadNodesLeft() {
        var id = TwoNodes.submit(nodes.a(), maya.id(), aGeneration());
        jdbc().sql("""
                        insert into job_progress (job_id, request_id, number, node, phase, step, steps, fraction)
                        select id, request_id, number, uuid(), 'sampling', 1, 2, 0.5 from generation_job
                         where request_id = ?""").param(id.value()).update();
        jdbc().sql("insert into job_preview select id, request_id, number, 1, 'image/png', 'x' from generation_job"
                        + " where request_id = ?")
                .param(id.value())
                .update();
        var held = atlasPausesAt(1);
        TwoNodes.run(nodes.a(), "Atlas");
        held.awaitReached();
        var rows = nodes.b().getBean(ProgressRows.class);

        assertThat(rows.forgetEnded()).isZero();
        jdbc().sql("update generation_job set status = 'backing_off' where request_id = ?")
                .param(id.value())
                .update();
        assertThat(rows.forgetEnded()).isOne();
        assertThat(jdbc().sql("select count(*) from job_preview where request_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Pause atlasPausesAt(int step) {
        return pause(simulators.atlas().script().pauseAtStep(step));
    }

    private Pause pause(Pause pause) {
        pauses.add(pause);
        return pause;
    }

    private Queue<GenerationEvent> watch(ConfigurableApplicationContext node, GenerationId id) {
        var seen = new ConcurrentLinkedQueue<GenerationEvent>();
        watchers.add(events(node).subscribe(id, seen::add));
        return seen;
    }

    private static GenerationEvents events(ConfigurableApplicationContext node) {
        return node.getBean(GenerationEvents.class);
    }

    private static Stream<GenerationEvent.Running> running(Queue<GenerationEvent> seen) {
        return seen.stream().filter(GenerationEvent.Running.class::isInstance).map(GenerationEvent.Running.class::cast);
    }

    private static GenerationEvent.Running newest(Queue<GenerationEvent> seen) {
        return running(seen).reduce((before, after) -> after).orElseThrow(AssertionError::new);
    }

    /** Each node counts previews for itself. */
    private static List<Object> sharedPart(GenerationEvent.Running at) {
        return List.of(at.fraction(), at.phase(), at.step(), at.steps(), String.valueOf(at.backend()), at.imagesDone());
    }

    private static void assertRising(Queue<GenerationEvent> seen) {
        assertThat(running(seen).map(GenerationEvent.Running::fraction).toList())
                .isSorted();
        assertThat(running(seen).map(GenerationEvent.Running::preview).toList()).isSorted();
        assertThat(List.copyOf(seen).getLast()).isInstanceOf(GenerationEvent.Ended.class);
        assertThat(seen).filteredOn(GenerationEvent.Ended.class::isInstance).hasSize(1);
    }

    private static void awaitEnd(Queue<GenerationEvent> seen, GenerationId id) {
        patiently().until(() -> seen.contains(new GenerationEvent.Ended(id, GenerationStatus.COMPLETED)));
    }

    private static MockHttpServletResponse preview(Account account, GenerationId id, long number) throws Exception {
        var node = nodes.b();
        DefaultMockMvcBuilder web = MockMvcBuilders.webAppContextSetup((WebApplicationContext) node);
        return web.apply(springSecurity())
                .build()
                .perform(get("/media/previews/" + id + "/" + number)
                        .with(user(node.getBean(UserDetailsService.class).loadUserByUsername(account.name()))))
                .andReturn()
                .getResponse();
    }

    private static JdbcClient jdbc() {
        return nodes.a().getBean(JdbcClient.class);
    }

    private static String status(GenerationId id) {
        return jdbc().sql("select status from generation_request where id = ?")
                .param(id.value())
                .query((row, number) -> row.getString(1))
                .single();
    }

    private static int rows(GenerationId id) {
        return jdbc().sql("select (select count(*) from job_progress where request_id = :id)"
                        + " + (select count(*) from job_preview where request_id = :id)")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30))
                .ignoreException(AssertionError.class)
                .pollInterval(Duration.ofMillis(50));
    }
}
