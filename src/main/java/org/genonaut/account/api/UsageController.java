package org.genonaut.account.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.genonaut.account.CurrentAccount;
import org.genonaut.account.limit.UsageLedger;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an account spent of its limits, for programs. */
@RestController
@Tag(name = "Usage")
class UsageController {

    private final UsageLedger ledger;
    private final CurrentAccount account;

    UsageController(UsageLedger ledger, CurrentAccount account) {
        this.ledger = ledger;
        this.account = account;
    }

    @GetMapping("/api/usage")
    @Operation(summary = "What I spent of my limits")
    UsageBody usage() {
        return UsageBody.of(ledger.of(account.id()));
    }
}
