package org.genonaut.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsTester;
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
import org.genonaut.account.Role;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelEdit;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.catalog.ModelType;
import org.genonaut.simulator.models.Family;
import org.genonaut.simulator.models.ModelFile;
import org.genonaut.ui.EmptyState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@GeneratingTest
@ViewPackages(classes = ModelsView.class)
@SignedInAs(value = "models-admin", role = Role.ADMIN)
class ModelsViewTest extends SpringBrowserlessTest {

    private static final String JUGGERNAUT = "juggernautXL_v9.safetensors";
    private static final String OURS = "house/models_view_test.safetensors";

    @Autowired
    ModelCatalog catalog;

    @Autowired
    Fleet fleet;

    @Autowired
    TestFleet.Simulators simulators;

    @BeforeEach
    void awaitTheFleet() {
        TestFleet.awaitReady(fleet, catalog);
    }

    @Test
    void listsTheCheckpointsWithWhereTheyAre() {
        navigate(ModelsView.class);

        assertThat(shown()).extracting(AvailableModel::name).contains(JUGGERNAUT);
        assertThat(shown()).extracting(AvailableModel::type).containsOnly(ModelType.CHECKPOINT);
        assertThat(presence(rowOf(JUGGERNAUT), "marks")).containsExactly("A", "B");
        assertThat(presence(rowOf(JUGGERNAUT), "words")).containsExactly("Atlas: present", "Borealis: present");
    }

    @Test
    void findsAModelByItsTriggerWord() {
        var model = ourLora();
        catalog.edit(model.id(), new ModelEdit("Ours", "", ModelFamily.SDXL, true, null, List.of("zyx glow", "haze")));
        navigate(ModelsView.class);
        tabs().select(1);

        test(search()).setValue("ZYX");

        assertThat(shown()).extracting(AvailableModel::id).containsExactly(model.id());
        assertThat(find(Span.class)
                        .withText("1 of " + catalog.all(ModelType.LORA).size() + " shown")
                        .exists())
                .isTrue();
    }

    @Test
    void saysWhenNoModelMatchesAndShowsAllAgain() {
        navigate(ModelsView.class);
        test(search()).setValue("nothing is called so");
        assertThat(shown()).isEmpty();
        var empty = (EmptyState) grid().getEmptyStateComponent();

        test(find(Button.class, empty).single()).click();

        assertThat(shown()).isNotEmpty();
        assertThat(search().getValue()).isEmpty();
    }

    @Test
    void opensWhatTheAddressNames() {
        var model = ourLora();

        open(model, "model");

        assertThat(search().getValue()).isEqualTo("model");
        assertThat(grid().asSingleSelect().getValue().id()).isEqualTo(model.id());
        assertThat(find(ModelDrawer.class).exists()).isTrue();
    }

    @Test
    void passesOverAModelThatIsNotThere() {
        UI.getCurrent().navigate(ModelsView.PATH, QueryParameters.of("model", "0199b3d2-0000-7000-8000-000000000001"));

        assertThat(find(ModelDrawer.class).exists()).isFalse();
        assertThat(shown()).isNotEmpty();
    }

    @Test
    void opensARowAndClosesItAgain() {
        navigate(ModelsView.class);

        test(grid()).clickRow(0);
        test(grid()).select(0);
        roundTrip();
        assertThat(find(ModelDrawer.class).exists()).isTrue();

        find(ModelsView.class).single().close();
        assertThat(find(ModelDrawer.class).exists()).isFalse();
        assertThat(grid().getSelectedItems()).isEmpty();
    }

    @Test
    void savesWhatAnAdminSays() {
        var model = ourLora();
        open(model);

        test(field("Title")).setValue("  Fine haze ");
        test(find(TextArea.class).single()).setValue("Soft light over water.");
        test(families()).selectItem("Flux");
        test(find(NumberField.class).single()).setValue(0.65);
        test(field("Trigger words")).setValue("haze, , soft light ");
        test(find(Checkbox.class).single()).click();
        test(button("Save")).click();

        var saved = catalog.find(model.id()).orElseThrow();
        assertThat(ModelEdit.of(saved))
                .isEqualTo(new ModelEdit(
                        "Fine haze",
                        "Soft light over water.",
                        ModelFamily.FLUX,
                        false,
                        0.65,
                        List.of("haze", "soft light")));
        assertThat(find(Span.class).withText("Saved").exists()).isTrue();
        assertThat(button("Save").isEnabled()).isFalse();
        assertThat(shown().get(rowOf(OURS)).title()).isEqualTo("Fine haze");
    }

    @Test
    void saysAtTheFieldWhatIsWrong() {
        var model = ourLora();
        open(model);

        test(field("Title")).setValue(" ");
        test(find(NumberField.class).single()).setValue(300.0);
        test(find(TextArea.class).single()).setValue("x".repeat(2001));
        test(button("Save")).click();

        assertThat(field("Title").getErrorMessage()).isEqualTo("A title has 1 to 200 characters.");
        assertThat(find(NumberField.class).single().getErrorMessage()).isEqualTo("A strength is −100 to 100.");
        assertThat(find(TextArea.class).single().getErrorMessage()).isEqualTo("At most 2,000 characters.");
        assertThat(catalog.find(model.id())).contains(model);
    }

    @Test
    void takesBackWhatWasTyped() {
        var model = ourLora();
        open(model);
        test(field("Title")).setValue("Something else");

        test(button("Discard")).click();

        assertThat(field("Title").getValue()).isEqualTo(model.title());
        assertThat(button("Save").isEnabled()).isFalse();
    }

    @Test
    void keepsTheFieldsOfLorasFromCheckpoints() {
        open(catalog.find(ModelType.CHECKPOINT, JUGGERNAUT).orElseThrow());

        assertThat(find(NumberField.class).exists()).isFalse();
    }

    @Test
    void leavesWhatItDoesNotShow() {
        var checkpoint = ourCheckpoint();
        catalog.edit(checkpoint.id(), new ModelEdit("Ours", "", ModelFamily.SDXL, true, 0.5, List.of("house style")));
        open(checkpoint);

        test(field("Title")).setValue("Still ours");
        test(button("Save")).click();

        assertThat(ModelEdit.of(catalog.find(checkpoint.id()).orElseThrow()))
                .isEqualTo(new ModelEdit("Still ours", "", ModelFamily.SDXL, true, 0.5, List.of("house style")));
    }

    @Test
    void asksBeforeChangesAreLost() {
        var model = ourLora();
        open(model);
        test(field("Title")).setValue("Not to be lost");

        find(ModelsView.class).single().close();

        var question = find(ConfirmDialog.class).single();
        assertThat(find(ModelDrawer.class).exists()).isTrue();
        test(question).cancel();
        assertThat(field("Title").getValue()).isEqualTo("Not to be lost");

        find(ModelsView.class).single().close();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(catalog.find(model.id()).orElseThrow().title()).isEqualTo("Not to be lost");
        assertThat(find(ModelDrawer.class).exists()).isFalse();
    }

    @Test
    void staysWhenWhatIsToBeSavedIsWrong() {
        open(ourLora());
        test(field("Title")).setValue("");

        find(ModelsView.class).single().close();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(find(ModelDrawer.class).exists()).isTrue();
        assertThat(field("Title").isInvalid()).isTrue();
    }

    @Test
    void letsChangesGoWhenAskedTo() {
        var model = ourLora();
        open(model);
        test(field("Title")).setValue("To be lost");

        find(ModelsView.class).single().close();
        test(find(ConfirmDialog.class).single()).reject();

        assertThat(find(ModelDrawer.class).exists()).isFalse();
        assertThat(catalog.find(model.id())).contains(model);
    }

    @Test
    void readsTheBackendsAgain() {
        var file = ModelFile.lora("house/just_arrived.safetensors", Family.SDXL);
        simulators.borealis().script().models().add(file);
        UI.getCurrent().navigate(ModelsView.PATH, QueryParameters.of("type", "lora"));

        test(button("Read again")).click();

        assertThat(button("Read again").isEnabled()).isFalse();
        awaitText("1 added");
        assertThat(button("Read again").isEnabled()).isTrue();
        assertThat(shown()).extracting(AvailableModel::name).contains(file.name());

        simulators.borealis().script().models().remove("loras", file.name());
        test(button("Read again")).click();

        awaitText("1 missing");
        assertThat(ModelState.of(shown().get(rowOf(file.name())))).isEqualTo(ModelState.MISSING);
    }

    @Test
    void leavesWhatIsBeingTypedWhenTheBackendsAreReadAgain() {
        open(ourLora());
        test(field("Title")).setValue("Half a ti");

        test(button("Read again")).click();
        awaitText("Nothing has changed");

        assertThat(field("Title").getValue()).isEqualTo("Half a ti");
    }

    @Test
    @SignedInAs("models-member")
    void isNotForMembers() {
        UI.getCurrent().navigate(ModelsView.PATH);

        assertThat(find(ModelsView.class).exists()).isFalse();
        assertThatThrownBy(catalog::refresh).isInstanceOf(AccessDeniedException.class);
    }

    private AvailableModel ourCheckpoint() {
        simulators.atlas().script().models().add(ModelFile.checkpoint(OURS, Family.SDXL));
        catalog.refresh();
        return catalog.find(ModelType.CHECKPOINT, OURS).orElseThrow();
    }

    /** A LoRA that only these tests know, as nobody has edited it. */
    private AvailableModel ourLora() {
        simulators.atlas().script().models().add(ModelFile.lora(OURS, Family.SDXL));
        catalog.refresh();
        var id = catalog.find(ModelType.LORA, OURS).orElseThrow().id();
        catalog.edit(id, new ModelEdit("Our model", "", ModelFamily.SDXL, true, null, List.of()));
        return catalog.find(id).orElseThrow();
    }

    private void open(AvailableModel model) {
        open(model, "");
    }

    private void open(AvailableModel model, String words) {
        var query = QueryParameters.simple(
                Map.of("type", model.type().word(), "model", model.id().toString(), "q", words));
        UI.getCurrent().navigate(ModelsView.PATH, query);
        roundTrip();
    }

    private void awaitText(String text) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            roundTrip();
            return find(Span.class).withText(text).exists();
        });
    }

    private ModelGrid grid() {
        return find(ModelGrid.class).single();
    }

    private List<AvailableModel> shown() {
        return grid().getListDataView().getItems().toList();
    }

    private int rowOf(String name) {
        return shown().stream().map(AvailableModel::name).toList().indexOf(name);
    }

    @SuppressWarnings("unchecked")
    private List<String> presence(int row, String property) {
        return test(grid()).getLitRendererPropertyValue(row, 2, property, List.class);
    }

    private TextField search() {
        return find(TextField.class)
                .withCondition(field -> field.getPlaceholder() != null)
                .single();
    }

    private TabsTester<Tabs> tabs() {
        return test(find(Tabs.class).single());
    }

    private TextField field(String label) {
        return find(TextField.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }

    @SuppressWarnings("unchecked")
    private Select<ModelFamily> families() {
        return find(Select.class).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
