package org.genonaut.generation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.genonaut.GeneratingTest;
import org.genonaut.SignedInAs;
import org.genonaut.TestFleet;
import org.genonaut.account.CurrentAccount;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.Generation;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.SamplerParams;
import org.genonaut.generation.recipe.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GeneratingTest
@ViewPackages(classes = GenerateView.class)
@SignedInAs("generate-view")
class GenerateViewTest extends SpringBrowserlessTest {

    private static final String JUGGERNAUT = "juggernautXL_v9.safetensors";
    private static final String DREAMSHAPER = "dreamshaper_8.safetensors";
    private static final String NOBODY_RAN = "ponyDiffusionV6XL.safetensors";
    private static final String GOLDEN_HOUR = "misc/light/golden_hour_xl.safetensors";
    private static final String FILM_GRAIN = "flux/filmGrain_flux.safetensors";

    @Autowired
    GenerationService service;

    @Autowired
    Fleet fleet;

    @Autowired
    ModelCatalog catalog;

    @Autowired
    CurrentAccount account;

    @BeforeEach
    void awaitTheFleet() {
        TestFleet.awaitReady(fleet, catalog);
    }

    private GenerationForm openForm() {
        navigate(GenerateView.class);
        roundTrip();
        return form();
    }

    private GenerationForm form() {
        return find(GenerationForm.class).single();
    }

    private static FormValues values(String prompt, String checkpoint) {
        var untouched = FormValues.untouched(checkpoint);
        return new FormValues(
                prompt, "", checkpoint, List.of(), null, null, null, 1, untouched.sampling(), new Seed(7));
    }

    private List<String> reasons() {
        return find(ListItem.class).all().stream()
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }

    private <T extends Component> T byId(Class<T> type, String id) {
        return find(type).withId(id).single();
    }

    @Test
    void beginsWithACheckpointAndTheDefaultsOfItsFamily() {
        var form = openForm();

        assertThat(form.values().checkpoint()).isNotNull();
        assertThat(form.values().batchCount()).isEqualTo(4);
        assertThat(byId(Button.class, "generate").getText()).isEqualTo("Generate 4");
        assertThat(form.values().sampling())
                .isEqualTo(new FormValues.Sampling("euler", "normal", 28, 6.0, 1.0, null, 1, null));
    }

    @Test
    void theButtonSaysAboutHowLongItTakesAsSoonAsThatIsKnown() {
        var form = openForm();
        form.show(values("a lighthouse", NOBODY_RAN).withSize(1024, 1024));
        double one = secondsOnTheButton(1);

        form.show(values("a lighthouse", NOBODY_RAN).withSize(1024, 1024).withBatches(1, 6));

        assertThat(secondsOnTheButton(6)).isCloseTo(3 * one, within(1.0));
        byId(IntegerField.class, "steps").setValue(150);
        assertThat(secondsOnTheButton(6)).isGreaterThan(6 * one);
    }

    private double secondsOnTheButton(int images) {
        var text = byId(Button.class, "generate").getText();
        assertThat(text).matches("Generate " + images + " · about (\\d+.min ?)?([\\d.]+.s)?");
        var minutes = text.matches(".*\\d.min.*") ? text.replaceAll(".*about (\\d+).min.*", "$1") : "0";
        var seconds = text.endsWith("s") ? text.replaceAll(".* ([\\d.]+).s$", "$1") : "0";
        return 60 * Double.parseDouble(minutes) + Double.parseDouble(seconds);
    }

    @Test
    void saysWhatIsMissingUntilItIsThere() {
        openForm();
        assertThat(reasons()).singleElement().asString().contains("Write a prompt.");

        test(byId(TextArea.class, "prompt")).setValue("a lighthouse");

        assertThat(reasons()).isEmpty();
    }

    @Test
    void namesEveryReasonAtOnce() {
        var form = openForm();
        form.show(values("", JUGGERNAUT).withSize(1001, 512));

        assertThat(reasons()).hasSize(2).anyMatch(reason -> reason.contains("A multiple of 8, such as 1,000"));
    }

    @Test
    void refusesALoraOfAnotherFamilyWithTheReason() {
        var form = openForm();
        form.show(FormValues.of(aGeneration()
                .withCheckpoint(JUGGERNAUT)
                .withLora(FILM_GRAIN, 0.8)
                .build()));

        assertThat(reasons())
                .singleElement()
                .asString()
                .contains("filmGrain_flux is for Flux, Juggernaut XL 9 is SDXL.");
    }

    @Test
    void aLoraThatIsSwitchedOffIsNoReason() {
        var form = openForm();
        var values = FormValues.of(aGeneration()
                .withCheckpoint(JUGGERNAUT)
                .withLora(FILM_GRAIN, 0.8)
                .build());
        form.show(values);
        test(find(Checkbox.class).single()).click();

        assertThat(reasons()).isEmpty();
        assertThat(form.values().loras()).hasSize(1);
        assertThat(form.values().toDraft(catalog).loraModels()).isEmpty();
    }

    @Test
    void refusesASeedThatIsNone() {
        openForm().show(values("a lighthouse", JUGGERNAUT));
        test(byId(TextField.class, "seed")).setValue("18446744073709551616");

        assertThat(reasons()).singleElement().asString().contains("from 0 to 18446744073709551615");
    }

    @Test
    void keepsASeedBeyondSignedNumbersExactly() {
        var form = openForm();
        test(byId(TextField.class, "seed")).setValue("18446744073709551615");

        assertThat(form.values().seed()).isEqualTo(Seed.of(Seed.MAX));
    }

    @Test
    void anotherFamilyMovesWhatStoodAtTheDefault() {
        var form = openForm();
        form.show(values("a lighthouse", JUGGERNAUT).withSize(1216, 832));

        find(ModelSelector.class).single().choose(DREAMSHAPER);

        assertThat(byId(IntegerField.class, "steps").getValue()).isEqualTo(20);
        assertThat(byId(NumberField.class, "cfg").getValue()).isEqualTo(7.0);
        assertThat(form.values().width()).isEqualTo(576);
        assertThat(form.values().height()).isEqualTo(384);
    }

    @Test
    void anotherFamilyKeepsWhatTheMemberChose() {
        var form = openForm();
        form.show(values("a lighthouse", JUGGERNAUT).withSize(1000, 1000));
        byId(IntegerField.class, "steps").setValue(12);
        @SuppressWarnings("unchecked")
        ComboBox<String> sampler = byId(ComboBox.class, "sampler");
        sampler.setValue("dpmpp_2m");

        find(ModelSelector.class).single().choose(DREAMSHAPER);

        assertThat(form.values().sampling().steps()).isEqualTo(12);
        assertThat(form.values().sampling().samplerName()).isEqualTo("dpmpp_2m");
        assertThat(form.values().width()).isEqualTo(1000);
    }

    @Test
    void sendsExactlyWhatStandsInTheForm() {
        var wanted = aGeneration()
                .withPrompt("a lighthouse in golden hour", "people")
                .withCheckpoint(JUGGERNAUT)
                .withLora(GOLDEN_HOUR, 0.45)
                .ofSize(128, 64)
                .inBatchesOf(2, 2)
                .sampledBy(new SamplerParams(Seed.of(Seed.MAX), 5, 4.5, "dpmpp_2m", "karras", 0.9))
                .build();
        openForm().show(FormValues.of(wanted));

        test(byId(Button.class, "generate")).click();

        assertThat(newest().parameters()).isEqualTo(wanted);
        assertThat(find(GenerationRow.class).all().getFirst().id()).isEqualTo(newest().id());
    }

    @Test
    void showsThePicturesWhenTheyAreDone() {
        openForm().show(values("a lighthouse that is done", JUGGERNAUT).withSize(64, 64));
        test(byId(Button.class, "generate")).click();
        var id = newest().id();

        awaitEnd(id);
        roundTrip();
        runPendingSignalsTasks();

        var row = find(GenerationRow.class).all().getFirst();
        assertThat(row.isOpen()).isFalse();
        assertThat(row.getElement().getOuterHTML())
                .contains("media/" + newest().images().getFirst().id() + "/512");
    }

    @Test
    void bringsAnEarlierGenerationIntoTheForm() {
        var recipe = recipe();
        var id = service.submit(account.id(), GenerationDraft.of(recipe));

        UI.getCurrent().navigate("generate", QueryParameters.of("again", id.toString()));

        assertThat(form().values()).isEqualTo(FormValues.of(recipe));
    }

    @Test
    void takesTheSeedOfTheImageThatIsNamed() {
        var id = service.submit(account.id(), GenerationDraft.of(recipe()));
        awaitEnd(id);

        UI.getCurrent().navigate("generate", QueryParameters.simple(Map.of("again", id.toString(), "image", "1")));

        assertThat(form().values().seed()).isEqualTo(new Seed(42));
    }

    @Test
    void variesWithNewSeedsInFour() {
        var id = service.submit(account.id(), GenerationDraft.of(recipe()));

        UI.getCurrent().navigate("generate", QueryParameters.simple(Map.of("again", id.toString(), "vary", "1")));

        assertThat(form().values().seed()).isNull();
        assertThat(form().values().batchCount()).isEqualTo(4);
        assertThat(form().values().prompt()).isEqualTo(recipe().prompt());
    }

    @Test
    void survivesAReload() {
        openForm().show(values("a prompt that is kept", DREAMSHAPER));

        UI.getCurrent().removeAll();
        openForm();

        assertThat(form().values().prompt()).isEqualTo("a prompt that is kept");
    }

    private static GenerationParameters recipe() {
        return aGeneration()
                .withCheckpoint(JUGGERNAUT)
                .withLora(GOLDEN_HOUR, -0.5)
                .inBatchesOf(1, 2)
                .sampledBy(new SamplerParams(new Seed(41), 4, 6, "euler", "normal", 1))
                .build();
    }

    private Generation newest() {
        return service.list(account.id(), null, 1).items().getFirst();
    }

    private void awaitEnd(GenerationId id) {
        var owner = account.id();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.find(owner, id)
                        .map(generation -> !generation.status().isOpen())
                        .orElse(false));
    }
}
