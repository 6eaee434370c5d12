package org.genonaut;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.genonaut.account.Accounts;
import org.genonaut.account.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GenonautTest
class SecurityConfigurationTest {

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @LocalServerPort
    private int port;

    @Autowired
    private TestAccounts testAccounts;

    @Autowired
    private Accounts accounts;

    @BeforeEach
    void freshAccounts(@Autowired TestTables tables) {
        tables.empty();
        testAccounts.member("maya");
        testAccounts.admin("ada");
    }

    @Test
    void returnsToTheAskedPageAfterSignIn() {
        assertThat(location(get("/gallery?q=dragon"))).endsWith("/sign-in");

        var signedIn = signIn("maya", "maya");

        assertThat(location(signedIn)).contains("/gallery?q=dragon");
        assertThat(cookie(signedIn)).startsWith("genonaut=").contains("HttpOnly", "SameSite=Lax");
        assertThat(get("/media/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void acceptsTheNameInAnyCase() {
        assertThat(location(signIn("MAYA", "maya"))).doesNotContain("error");
    }

    @Test
    void refusesAWrongPassword() {
        assertThat(location(signIn("maya", "wrong"))).endsWith("/sign-in?error");
    }

    @Test
    void refusesADisabledAccount() {
        accounts.disable(testAccounts.member("maya").id());

        assertThat(location(signIn("maya", "maya"))).endsWith("/sign-in?error");
    }

    @Test
    void showsPicturesOnlyToWhoIsSignedIn() {
        assertThat(location(get("/media/1/original"))).endsWith("/sign-in");
    }

    @Test
    void doesNotTakeASessionForAToken() {
        signIn("maya", "maya");

        assertThat(get("/api/anything").statusCode()).isEqualTo(401);
    }

    @Test
    void opensNoSessionForAProgram() {
        var answer = withToken("GET", "/api/anything");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET,GENERATE", "POST,READ", "DELETE,READ"})
    void asksForTheScopeOfTheMethod(String method, Scope granted) {
        var answer = withToken(method, "/api/anything", granted);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).contains("insufficient_scope"));
        assertThat(contentType(answer)).isEqualTo("application/problem+json");
    }

    @Test
    void refusesAnUnknownToken() {
        var answer = send(request("/api/anything").header("Authorization", "Bearer gn_unknown"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"Genonaut\", error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/api/openapi.json",
                "/api/swagger-ui/index.html",
                "/themes/genonaut/styles.css",
                "/sign-in"
            })
    void letsAnybodySee(String path) {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsTheStateOfPartsToAdministratorsOnly() {
        assertThat(get("/actuator/health").body()).doesNotContain("components");
        signIn("maya", "maya");
        assertThat(get("/actuator/health").body()).doesNotContain("components");
        signIn("ada", "ada");
        assertThat(get("/actuator/health").body()).contains("components");
    }

    @Test
    void sendsSecurityHeaders() {
        for (var path : new String[] {"/sign-in", "/api/openapi.json"}) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        }
    }

    private HttpResponse<String> signIn(String name, String password) {
        return send(request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + name + "&password=" + password)));
    }

    private HttpResponse<String> withToken(String method, String path, Scope... scopes) {
        var token = testAccounts.bearer(testAccounts.member("maya"), scopes);
        return send(request(path).header("Authorization", token).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private HttpResponse<String> get(String path) {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String contentType(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElseThrow();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }
}
