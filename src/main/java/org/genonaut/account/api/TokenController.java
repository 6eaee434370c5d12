package org.genonaut.account.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Objects;
import org.genonaut.account.ApiTokens;
import org.genonaut.account.CurrentAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a program gets its token from. */
@RestController
@Tag(name = "Tokens")
class TokenController {

    private final ApiTokens tokens;
    private final CurrentAccount currentAccount;

    TokenController(ApiTokens tokens, CurrentAccount currentAccount) {
        this.tokens = tokens;
        this.currentAccount = currentAccount;
    }

    @PostMapping("/api/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Issue a token", security = @SecurityRequirement(name = "basic"))
    TokenResponse issue(@Valid @RequestBody(required = false) @Nullable TokenRequest request) {
        var asked = Objects.requireNonNullElse(request, TokenRequest.EMPTY);
        return TokenResponse.of(tokens.issue(currentAccount.id(), asked.toNewToken()));
    }
}
