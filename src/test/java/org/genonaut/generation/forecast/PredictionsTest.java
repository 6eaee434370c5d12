package org.genonaut.generation.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.genonaut.GeneratingTest;
import org.genonaut.SignedInAs;
import org.genonaut.TestFleet;
import org.genonaut.account.CurrentAccount;
import org.genonaut.account.Role;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.OnAtlas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GeneratingTest
@SignedInAs(value = "predictions", role = Role.ADMIN)
class PredictionsTest {

    @Autowired
    private Predictions predictions;

    @Autowired
    private Receipts receipts;

    @Autowired
    private GenerationService generations;

    @Autowired
    private CurrentAccount account;

    private OnAtlas atlas;
    private List<GenerationId> sent = List.of();

    @BeforeEach
    void aModelOnOneBackend(
            @Autowired Fleet fleet,
            @Autowired ModelCatalog catalog,
            @Autowired TestFleet.Simulators simulators,
            @Autowired JdbcClient jdbc) {
        TestFleet.awaitReady(fleet, catalog);
        atlas = new OnAtlas(simulators, catalog, jdbc);
    }

    @AfterEach
    void letAllEnd() {
        sent.forEach(id -> generations.cancel(account.id(), id));
        atlas.close();
    }

    @Test
    void learnsHowFarARealStartLayFromTheExpectedOne() {
        var owner = account.id();
        var run = atlas.hold(1).getFirst();
        sent = Stream.generate(() -> generations.submit(owner, OnAtlas.draft()))
                .limit(3)
                .toList();
        run.awaitReached();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> receipts.of(owner, sent.getLast())
                        .filter(receipt -> receipt.starts() != null)
                        .isPresent());
        var before = predictions.bounds();

        run.release();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(receipts.of(owner, sent.getLast())).isEmpty();
            assertThat(predictions.bounds()).isNotEqualTo(before);
        });
    }
}
