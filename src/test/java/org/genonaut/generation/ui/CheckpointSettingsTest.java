package org.genonaut.generation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genonaut.generation.GenerationParametersBuilder.aGeneration;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.genonaut.GeneratingTest;
import org.genonaut.SignedInAs;
import org.genonaut.TestFleet;
import org.genonaut.account.CurrentAccount;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.GenerationParametersBuilder;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.recipe.GenerationParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GeneratingTest
@ViewPackages(classes = GenerateView.class)
@SignedInAs("checkpoint-settings")
class CheckpointSettingsTest extends SpringBrowserlessTest {

    private static final String SDXL = "juggernautXL_v9.safetensors";
    private static final String FLUX = "flux1-dev-fp8.safetensors";

    @Autowired
    GenerationService service;

    @Autowired
    ModelCatalog catalog;

    @Autowired
    CurrentAccount account;

    private GenerationForm form;

    @BeforeEach
    void openTheForm(@Autowired Fleet fleet) {
        TestFleet.awaitReady(fleet, catalog);
        navigate(GenerateView.class);
        roundTrip();
        form = find(GenerationForm.class).single();
    }

    @Test
    void asksForClipSkipOrGuidanceAsTheCheckpointTakesThem() {
        form.show(FormValues.of(aGeneration().withCheckpoint(SDXL).build()));
        assertThat(isShown(IntegerField.class, "clip-skip")).isTrue();
        assertThat(isShown(NumberField.class, "guidance")).isFalse();

        choose(FLUX);

        assertThat(isShown(IntegerField.class, "clip-skip")).isFalse();
        assertThat(byId(NumberField.class, "guidance").getValue()).isEqualTo(3.5);
        assertThat(summary()).endsWith("Samplereuler · simple · 4 · 1.0 · guidance 3.5");
    }

    @Test
    void sendsExactlyWhatStandsInTheFormOfAFlux() {
        var wanted = flux().withVae("ae.safetensors").withGuidance(2.5).build();
        form.show(FormValues.of(wanted));

        assertThat(form.values()).isEqualTo(FormValues.of(wanted));
        assertThat(sent()).isEqualTo(wanted);
    }

    @Test
    void sendsExactlyWhatStandsInTheFormOfAnSdxl() {
        var wanted =
                aGeneration().withClipSkip(2).withVae("sdxl_vae.safetensors").build();
        form.show(FormValues.of(wanted));

        assertThat(summary()).endsWith("Samplereuler · normal · 4 · 6.0 · clip skip 2 · sdxl vae");
        assertThat(form.values()).isEqualTo(FormValues.of(wanted));
        assertThat(sent()).isEqualTo(wanted);
    }

    @Test
    void keepsForTheNextCheckpointWhatAFluxDoesNotTake() {
        form.show(FormValues.of(aGeneration()
                .withPrompt("a lighthouse", "people")
                .withClipSkip(2)
                .build()));

        choose(FLUX);

        assertThat(reasons()).isEmpty();
        assertThat(find(Span.class).withText("not with Flux").exists()).isTrue();
        find(PromptFields.class).single().focusAvoid();
        assertThat(byId(TextArea.class, "avoid").isReadOnly()).isTrue();
        assertThat(byId(TextArea.class, "avoid").getHelperText()).contains("Flux takes no negative prompt");
        var sent = sent();
        assertThat(sent.negativePrompt()).isEmpty();
        assertThat(sent.clipSkip()).isEqualTo(GenerationParameters.NO_CLIP_SKIP);
        assertThat(sent.samplerParams().guidance()).isEqualTo(3.5);

        choose(SDXL);

        assertThat(byId(TextArea.class, "avoid").isReadOnly()).isFalse();
        assertThat(sent().negativePrompt()).isEqualTo("people");
        assertThat(sent().clipSkip()).isEqualTo(2);
        assertThat(sent().samplerParams().guidance()).isNull();
    }

    @Test
    void saysInWhichRangeGuidanceAndClipSkipAre() {
        form.show(FormValues.of(flux().build()));
        byId(NumberField.class, "guidance").setValue(100.5);
        assertThat(reasons()).singleElement().asString().contains("From 0 to 100.");

        form.show(FormValues.of(aGeneration().build()));
        byId(IntegerField.class, "clip-skip").setValue(25);
        assertThat(reasons()).singleElement().asString().contains("From 1 to 24.");
    }

    @Test
    void offersTheVaesOfTheFamilyAndNamesOneThatDoesNotFit() {
        form.show(FormValues.of(aGeneration().withVae("sdxl_vae.safetensors").build()));
        assertThat(vaes()).contains("sdxl_vae.safetensors").doesNotContain("ae.safetensors");

        choose(FLUX);

        assertThat(vaes()).contains("sdxl_vae.safetensors", "ae.safetensors");
        assertThat(reasons()).singleElement().asString().contains("sdxl vae is for SDXL");
        byId(Select.class, "vae").clear();
        assertThat(reasons()).isEmpty();
    }

    @Test
    void resetsToWhatIsUsualForTheCheckpoint() {
        form.show(FormValues.of(flux().withGuidance(9).withVae("ae.safetensors").build()));

        test(find(Button.class)
                        .withCondition(button -> "Reset: Sampler".equals(ariaLabel(button)))
                        .single())
                .click();

        assertThat(form.values().sampling())
                .isEqualTo(new FormValues.Sampling("euler", "simple", 20, 1.0, 1.0, 3.5, 1, null));
    }

    private static String ariaLabel(Component component) {
        return component.getElement().getAttribute("aria-label");
    }

    private static GenerationParametersBuilder flux() {
        return aGeneration()
                .withCheckpoint(FLUX)
                .withPrompt("a lighthouse", "")
                .withLora("flux/filmGrain_flux.safetensors", 0.8)
                .withGuidance(3.5);
    }

    private void choose(String checkpoint) {
        find(ModelSelector.class).single().choose(checkpoint);
    }

    private GenerationParameters sent() {
        test(byId(Button.class, "generate")).click();
        return service.list(account.id(), null, 1).items().getFirst().parameters();
    }

    private String summary() {
        return find(Settings.class).all().get(1).getElement().getTextRecursively();
    }

    private List<String> reasons() {
        return find(ListItem.class).all().stream()
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<String> vaes() {
        Select<String> select = byId(Select.class, "vae");
        return select.getListDataView().getItems().toList();
    }

    private boolean isShown(Class<? extends Component> type, String id) {
        return find(type).withId(id).exists();
    }

    private <T extends Component> T byId(Class<T> type, String id) {
        return find(type).withId(id).single();
    }
}
