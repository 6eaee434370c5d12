package org.genonaut.backend.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.util.List;
import org.genonaut.ChangingFleetTest;
import org.genonaut.SignedInAs;
import org.genonaut.account.Role;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendDeclaration;
import org.genonaut.backend.BackendSettings;
import org.genonaut.backend.Fleet;
import org.genonaut.backend.connection.Credentials;
import org.genonaut.secret.Secret;
import org.genonaut.simulator.Simulator;
import org.genonaut.simulator.SimulatorOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChangingFleetTest
@ViewPackages(classes = BackendsView.class)
@SignedInAs(value = "backends-admin", role = Role.ADMIN)
class BackendsViewTest extends SpringBrowserlessTest {

    private static final String OURS = "Cassiopeia";

    @Autowired
    Fleet fleet;

    @Autowired
    BackendSettings settings;

    @Autowired
    JdbcClient jdbc;

    private final Simulator simulator = Simulator.start(SimulatorOptions.instant());

    @AfterEach
    void removeOurs() {
        fleet.backends().stream()
                .filter(backend -> backend.name().startsWith(OURS))
                .forEach(backend -> settings.remove(backend.id()));
        simulator.close();
    }

    @Test
    void triesAConnectionAndAddsIt() {
        open(BackendsView.NEW);
        test(field("Name")).setValue(OURS);
        test(field("Address")).setValue(simulator.url().toString());

        test(button(drawer(), "Test connection")).click();
        awaitText("ComfyUI 0.3.64 answers");
        assertThat(fleet.backends()).noneMatch(backend -> backend.name().equals(OURS));
        test(button(drawer(), "Save")).click();

        assertThat(find(BackendDrawer.class).exists()).isFalse();
        awaitState("Ready");
        assertThat(find(Paragraph.class, card())
                        .withTextContaining("--preview-method auto")
                        .exists())
                .isTrue();
    }

    @Test
    void saysWhatIsWrongWithAConnection() {
        open(BackendsView.NEW);
        test(field("Address")).setValue("http://127.0.0.1:1");
        test(button(drawer(), "Test connection")).click();

        awaitText("Nothing listens at its address");
    }

    @Test
    void saysThatAServerSpeaksHttp() {
        open(BackendsView.NEW);
        test(field("Address")).setValue(simulator.url().toString().replace("http:", "https:"));
        test(button(drawer(), "Test connection")).click();

        awaitText("This server speaks plain http");
    }

    @Test
    void saysAtTheFieldWhatIsWrong() {
        open(BackendsView.NEW);
        test(field("Address")).setValue("gpu-a");
        test(button(drawer(), "Save")).click();

        assertThat(field("Name").getErrorMessage())
                .isEqualTo("A name has 1 to 100 characters, all of which can be seen.");
        assertThat(field("Address").isInvalid()).isTrue();

        test(field("Name")).setValue("gpu\u202Ea");
        test(button(drawer(), "Save")).click();

        assertThat(field("Name").isInvalid()).isTrue();

        test(field("Name")).setValue("atlas");
        test(field("Address")).setValue(simulator.url().toString());
        test(button(drawer(), "Save")).click();

        assertThat(field("Name").getErrorMessage()).isEqualTo("Another backend has this name.");
        assertThat(find(BackendDrawer.class).exists()).isTrue();
    }

    @Test
    void keepsASecretThatIsNotSaidAgainButNotForAnotherAddress() {
        open(BackendsView.NEW);
        test(field("Name")).setValue(OURS);
        test(field("Address")).setValue(simulator.url().toString());
        kinds().setValue(CredentialsFields.Kind.BEARER);
        test(find(PasswordField.class).single()).setValue("env:PATH_OF_NOBODY");
        test(button(drawer(), "Save")).click();

        open(ours().id().toString());
        assertThat(find(PasswordField.class).single().getValue()).isEmpty();
        test(field("Name")).setValue(OURS + " II");
        test(button(drawer(), "Save")).click();
        assertThat(settings.find(ours().id()).orElseThrow().credentials())
                .isEqualTo(new Credentials.Bearer(Secret.of("env:PATH_OF_NOBODY")));

        open(ours().id().toString());
        test(field("Address")).setValue("http://127.0.0.1:1");
        test(button(drawer(), "Save")).click();
        assertThat(find(PasswordField.class).single().isInvalid()).isTrue();
    }

    @Test
    void asksBeforeWhatWasTypedIsLost() {
        open(BackendsView.NEW);
        test(field("Name")).setValue(OURS);

        test(button(drawer(), "Cancel")).click();
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(field("Name").getValue()).isEqualTo(OURS);

        test(button(drawer(), "Cancel")).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(BackendDrawer.class).exists()).isFalse();

        open(BackendsView.NEW);
        test(button(drawer(), "Cancel")).click();
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
    }

    @Test
    void hasTheBrowserAskOnlyWhileSomethingIsUnsaved() {
        open(BackendsView.NEW);
        assertThat(asksBeforeLeaving()).isEmpty();

        test(field("Name")).setValue("Typed");
        assertThat(asksBeforeLeaving()).containsExactly(true);

        test(field("Name")).setValue("");
        assertThat(asksBeforeLeaving()).containsExactly(false);
    }

    /** What the browser has been told of it since the last look. */
    private static List<Object> asksBeforeLeaving() {
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(PendingJavaScriptInvocation::getInvocation)
                .filter(call -> call.getExpression().contains("onbeforeunload"))
                .map(call -> call.getParameters().getFirst())
                .toList();
    }

    @Test
    void drainsEnablesAndRemoves() {
        addOurs();
        test(button(card(), "Drain")).click();
        test(field("Note for everybody (optional)")).setValue("for an update");
        test(find(ConfirmDialog.class).single()).confirm();

        awaitState("Drained");
        assertThat(find(Paragraph.class, card())
                        .withTextContaining("for an update")
                        .exists())
                .isTrue();
        assertThat(ours().takesJobs()).isFalse();

        test(button(card(), "Enable")).click();
        awaitState("Ready");

        test(button(card(), "Remove")).click();
        test(find(ConfirmDialog.class).single()).confirm();
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            roundTrip();
            return find(H2.class).withText(OURS).all().isEmpty();
        });
    }

    @Test
    void followsWhatAnotherNodeWrites() {
        addOurs();

        jdbc.sql("""
                        update backend set draining = true, standing_since = utc_timestamp(6), standing_by = 'Jonas',
                                           drain_note = 'back at 15:00', version = version + 1
                         where name = ?
                        """).param(OURS).update();

        awaitState("Drained");
        assertThat(find(Paragraph.class, card())
                        .withText("By Jonas: back at 15:00")
                        .exists())
                .isTrue();
    }

    @Test
    @SignedInAs("backends-member")
    void isNotForMembers() {
        UI.getCurrent().navigate(BackendsView.PATH);

        assertThat(find(BackendsView.class).exists()).isFalse();
        // So that the fleet can be tidied by whoever may.
        assertThat(fleet.backends()).noneMatch(backend -> backend.name().startsWith(OURS));
    }

    private void addOurs() {
        settings.add(new BackendDeclaration(OURS, simulator.url()));
        navigate(BackendsView.class);
        awaitState("Ready");
    }

    private void open(String what) {
        UI.getCurrent().navigate(BackendsView.PATH, QueryParameters.of(BackendsView.EDIT, what));
        roundTrip();
    }

    private void awaitState(String words) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            fleet.suspect(ours().id());
            roundTrip();
            return find(H2.class).withText(OURS).exists()
                    && find(Badge.class, card()).single().getText().equals(words);
        });
    }

    private void awaitText(String text) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            roundTrip();
            return find(Paragraph.class).withTextContaining(text).exists();
        });
    }

    private Backend ours() {
        return fleet.backends().stream()
                .filter(backend -> backend.name().startsWith(OURS))
                .findFirst()
                .orElseThrow();
    }

    private BackendCard card() {
        return find(BackendCard.class)
                .withCondition(card -> find(H2.class, card).withText(OURS).exists())
                .single();
    }

    private BackendDrawer drawer() {
        return find(BackendDrawer.class).single();
    }

    @SuppressWarnings("unchecked")
    private Select<CredentialsFields.Kind> kinds() {
        return find(Select.class)
                .withCondition(select -> "Credentials".equals(select.getLabel()))
                .single();
    }

    private TextField field(String label) {
        return find(TextField.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }

    private Button button(Component inside, String text) {
        return find(Button.class, inside).withText(text).single();
    }
}
