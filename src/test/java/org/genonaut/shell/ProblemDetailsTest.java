package org.genonaut.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class ProblemDetailsTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private final MockMvcTester http = MockMvcTester.of(
            List.of(new Orders()),
            setup -> setup.setControllerAdvice(new ProblemDetails())
                    .setMessageConverters(new JacksonJsonHttpMessageConverter(JsonConfiguration.strict(MAPPER)))
                    .build());

    @Test
    void listsEveryViolationUnderItsJsonName() {
        var answer = post("{\"items\": [{\"item_weight\": 7, \"name\": \"ink\"}], \"copy_count\": 0}");

        assertThat(answer).hasStatus(400).hasContentType(APPLICATION_PROBLEM_JSON);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.violations[*].field")
                .asArray()
                .containsExactly("copy_count", "items[0].item_weight");
        assertThat(answer).bodyJson().extractingPath("$.detail").isEqualTo("2 fields are not valid.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"copies": 1}                                 | copies is not known.
            {"copy_count": "many"}                        | copy_count must be a number in range.
            {"items": {"name": "ink"}}                    | items must be an array.
            {"items": [{"item_weight": 1, "nam": "ink"}]} | items[0].nam is not known.
            {"items": [{"kind": "gold"}]}                 | items[0].kind must be one of plain, fine.
            {"items": [{"name": ""}]}                     | items[0] A name is not empty.
            """)
    void namesTheFieldThatCannotBeRead(String body, String detail) {
        assertThat(post(body))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"copy_count":  | The body is not valid JSON.
            []              | The body is not valid JSON.
            ``              | A JSON body is missing.
            """)
    void saysWhenThereIsNoJson(String body, String detail) {
        assertThat(post(body))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo(detail);
    }

    @Test
    void namesTheParameterOfTheWrongType() {
        assertThat(http.get().uri("/api/orders/seven"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.violations[0].field")
                .isEqualTo("number");
    }

    @Test
    void namesTheInvalidParameter() {
        assertThat(http.get().uri("/api/orders?page_size=501"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.violations[0].field")
                .isEqualTo("page_size");
    }

    @Test
    void namesTheMissingParameter() {
        assertThat(http.get().uri("/api/orders"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("page_size is missing.");
    }

    @Test
    void takesTheStatusFromTheExceptionOfALowerRoom() {
        var answer = http.get().uri("/api/orders/404").exchange();

        assertThat(answer).hasStatus(404);
        assertThat(answer).bodyJson().extractingPath("$.detail").isEqualTo("There is no order 404.");
    }

    @Test
    void passesOnWhenToTryAgain() {
        var answer = http.get().uri("/api/orders/429").exchange();

        assertThat(answer).hasStatus(429).hasHeader(HttpHeaders.RETRY_AFTER, "7");
        assertThat(answer).bodyJson().extractingPath("$.limit").isEqualTo(500);
    }

    @Test
    void hidesTheReasonOfOurFaultsBehindAnIdThatIsInTheLog(CapturedOutput log) {
        var answer = http.get().uri("/api/orders/500").exchange();

        assertThat(answer).hasStatus(500).hasContentType(APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyText().doesNotContain("secret");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.error_id")
                .asString()
                .satisfies(id -> assertThat(log).contains("error " + id));
    }

    @Test
    void doesNotTakeABrokenConnectionOfOursForAnAnswer() {
        assertThat(http.get().uri("/api/orders/503")).hasStatus(500).hasContentType(APPLICATION_PROBLEM_JSON);
    }

    @Test
    void answersNothingWhenNobodyIsThere(CapturedOutput log) {
        assertThat(http.get().uri("/api/orders/499").exchange()).hasBodyTextEqualTo("");
        assertThat(log).doesNotContain("error");
    }

    @Test
    void answersProblemsEvenToWhoAsksForAPicture() {
        assertThat(http.get().uri("/api/orders/404").accept("image/png"))
                .hasStatus(404)
                .hasContentType(APPLICATION_PROBLEM_JSON);
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/api/orders")
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @RestController
    static class Orders {

        @PostMapping("/api/orders")
        void place(@Valid @RequestBody Order order) {}

        @GetMapping("/api/orders")
        void list(@RequestParam("page_size") @Max(500) int pageSize) {}

        @GetMapping("/api/orders/{number}")
        void find(@PathVariable int number) throws IOException {
            switch (number) {
                case 404 -> throw new NoSuchOrderException(number);
                case 429 -> throw new TooManyOrdersException();
                case 499 -> throw new ClientAbortException();
                case 503 -> throw new TransactionSystemException("a commit", new SocketException("Connection reset"));
                default -> throw new IllegalStateException("a secret");
            }
        }
    }

    record Order(
            @Nullable @Valid List<Item> items,
            @Nullable @Positive Integer copyCount) {}

    record Item(
            @Nullable String name,
            @Nullable @Max(5) Integer itemWeight,
            @Nullable Kind kind) {
        Item {
            if (name != null && name.isEmpty()) {
                throw new IllegalArgumentException("A name is not empty");
            }
        }
    }

    enum Kind {
        @JsonProperty("plain")
        PLAIN,
        @JsonProperty("fine")
        FINE
    }

    @ResponseStatus(HttpStatus.NOT_FOUND)
    static class NoSuchOrderException extends RuntimeException {
        NoSuchOrderException(int number) {
            super("There is no order " + number + ".");
        }
    }

    static class TooManyOrdersException extends ErrorResponseException {
        TooManyOrdersException() {
            super(HttpStatus.TOO_MANY_REQUESTS, ProblemDetail.forStatus(HttpStatus.TOO_MANY_REQUESTS), null);
            getHeaders().set(HttpHeaders.RETRY_AFTER, "7");
            getBody().setProperty("limit", 500);
        }
    }
}
