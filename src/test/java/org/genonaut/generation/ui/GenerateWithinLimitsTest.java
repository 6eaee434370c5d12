package org.genonaut.generation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import org.genonaut.GeneratingTest;
import org.genonaut.SignedInAs;
import org.genonaut.TestAccounts;
import org.genonaut.TestFleet;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.recipe.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Limits from the configuration, which is in {@code application-test.yaml}, to the page and to programs. */
@GeneratingTest
@ViewPackages(classes = GenerateView.class)
class GenerateWithinLimitsTest extends SpringBrowserlessTest {

    private static final String CHECKPOINT = "juggernautXL_v9.safetensors";

    @BeforeEach
    void nothingSpent(@Autowired Fleet fleet, @Autowired ModelCatalog catalog, @Autowired JdbcClient jdbc) {
        TestFleet.awaitReady(fleet, catalog);
        jdbc.sql("delete from usage_minute"
                        + " where account_id in (select id from account where name in ('limited', 'slow', 'program'))")
                .update();
    }

    @Test
    @SignedInAs("limited")
    void saysWhyAndWhenBesideTheButtonBeforeItIsPressed() {
        var form = generate(2);
        form.show(values(1, 512));
        assertThat(reasons()).isEmpty();

        form.show(values(2, 512));

        assertThat(reasons())
                .singleElement()
                .asString()
                .containsPattern("2 of 3 images this hour\\. 2 more are possible at \\d?\\d:\\d\\d");
    }

    @Test
    @SignedInAs("limited")
    void sendsWhatHasBecomePossibleMeanwhile(@Autowired JdbcClient jdbc) {
        var form = generate(2);
        form.show(values(2, 512));
        assertThat(reasons()).hasSize(1);
        jdbc.sql("delete from usage_minute where account_id = (select id from account where name = 'limited')")
                .update();

        var before = find(GenerationRow.class).all().size();

        test(find(Button.class).withId("generate").single()).click();

        assertThat(find(GenerationRow.class).all()).hasSize(before + 1);
    }

    @Test
    @SignedInAs("slow")
    void saysThatItWaitsInTheSlowLane() {
        navigate(GenerateView.class);
        find(GenerationForm.class).single().show(values(3, 64));
        assertThat(slowLaneNotes()).isZero();

        generate(3);

        assertThat(reasons()).isEmpty();
        assertThat(slowLaneNotes()).isOne();
    }

    @Test
    @SignedInAs("limited")
    void offersNoMoreThanTheAccountMayHave() {
        navigate(GenerateView.class);
        roundTrip();

        assertThat(find(IntegerField.class).withId("batch-size").single().getMax())
                .isEqualTo(2);
        find(GenerationForm.class).single().show(values(1, 1032));
        assertThat(reasons()).singleElement().asString().contains("At most 1 megapixels");
    }

    @Test
    void tellsAProgramWhenToTryAgain(@Autowired TestAccounts accounts, @LocalServerPort int port) {
        var http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
        var bearer = accounts.bearer(accounts.member("program"));
        post(http, bearer, 3)
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.lane")
                .isEqualTo("normal");

        var refused = post(http, bearer, 1);

        refused.expectStatus().isEqualTo(429);
        refused.expectHeader()
                .value(
                        HttpHeaders.RETRY_AFTER,
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(3500, 3661));
        var problem = refused.expectBody();
        problem.jsonPath("$.quota").isEqualTo("images_per_hour");
        problem.jsonPath("$.limit").isEqualTo(3);
        problem.jsonPath("$.possible_at").isNotEmpty();
        var never = post(http, bearer, 4);
        never.expectStatus().isEqualTo(429);
        never.expectHeader().doesNotExist(HttpHeaders.RETRY_AFTER);
    }

    private static RestTestClient.ResponseSpec post(RestTestClient http, String bearer, int count) {
        return http.post()
                .uri("/api/generation/request")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"prompt\": \"a tower\", \"checkpoint_model\": \"" + CHECKPOINT
                        + "\", \"width\": 64, \"height\": 64, \"batch_count\": " + count + "}")
                .exchange();
    }

    private GenerationForm generate(int count) {
        navigate(GenerateView.class);
        roundTrip();
        var form = find(GenerationForm.class).single();
        form.show(values(count, 64));
        test(find(Button.class).withId("generate").single()).click();
        return form;
    }

    private static FormValues values(int count, int side) {
        return new FormValues(
                "a tower",
                "",
                CHECKPOINT,
                List.of(),
                side,
                side,
                1,
                count,
                FormValues.untouched(CHECKPOINT).sampling(),
                new Seed(7));
    }

    private List<String> reasons() {
        return find(ListItem.class).all().stream()
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }

    private long slowLaneNotes() {
        return find(Paragraph.class).all().stream()
                .filter(note -> note.getText().contains("slow lane"))
                .count();
    }
}
