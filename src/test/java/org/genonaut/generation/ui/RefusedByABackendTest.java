package org.genonaut.generation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genonaut.GeneratingTest;
import org.genonaut.SignedInAs;
import org.genonaut.TestFleet;
import org.genonaut.account.CurrentAccount;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.FailureKind;
import org.genonaut.generation.Generation;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.models.ModelFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a member reads, and where it can be put right, when a backend no longer takes what the catalog promised. */
@GeneratingTest
@ViewPackages(classes = GenerateView.class)
@SignedInAs("refused-by-a-backend")
class RefusedByABackendTest extends SpringBrowserlessTest {

    private static final String LORA = "char/knightErrant_xl.safetensors";

    @Autowired
    GenerationService service;

    @Autowired
    ModelCatalog catalog;

    @Autowired
    CurrentAccount account;

    @Autowired
    TestFleet.Simulators simulators;

    private final Map<Simulator, ModelFile> lost = new LinkedHashMap<>();

    @BeforeEach
    void loseTheLora(@Autowired Fleet fleet) {
        TestFleet.awaitReady(fleet, catalog);
        for (var simulator : List.of(simulators.atlas(), simulators.borealis())) {
            var shelf = simulator.script().models();
            lost.put(simulator, shelf.find("loras", LORA).orElseThrow());
            shelf.remove("loras", LORA);
        }
    }

    @AfterEach
    void bringItBack() {
        lost.forEach((simulator, file) -> simulator.script().models().add(file));
    }

    @Test
    void namesTheFieldBesideTheFailureAndInTheForm() {
        var wanted = aGeneration().withLora(LORA, 0.8).build();
        var failed = ended(service.submit(account.id(), GenerationDraft.of(wanted)));

        assertThat(failed.failedJob().orElseThrow().failureKind()).isEqualTo(FailureKind.MODEL_MISSING);
        assertThat(failed.error()).contains("lora_models[0].name", "does not have " + LORA);

        navigate(GenerateView.class);
        roundTrip();
        var sentence = find(FailureNote.class).single().getElement().getTextRecursively();
        assertThat(sentence).contains("does not have " + LORA);

        test(find(Button.class).withText("Edit recipe").all().getFirst()).click();

        assertThat(find(GenerationForm.class).single().values()).isEqualTo(FormValues.of(wanted));
        assertThat(find(Reasons.class).single().getElement().getTextRecursively())
                .contains("does not have " + LORA);
    }

    private Generation ended(GenerationId id) {
        var owner = account.id();
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> service.find(owner, id).orElseThrow(),
                        found -> !found.status().isOpen());
    }
}
