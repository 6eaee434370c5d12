package org.genonaut.generation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.genonaut.account.limit.Exceeded;
import org.genonaut.account.limit.Limits;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.generation.draft.DraftCheck;
import org.genonaut.generation.draft.GenerationDraft;
import org.genonaut.generation.draft.GenerationLimits;
import org.genonaut.generation.draft.InvalidGeneration;
import org.genonaut.generation.draft.QueuePolicy;
import org.genonaut.generation.draft.Violation;
import org.genonaut.generation.usage.Allowance;
import org.springframework.stereotype.Service;

/** Says of a draft what would become of it if it were sent now. */
@Service
public class DraftReview {

    private final ModelCatalog catalog;
    private final GenerationLimits limits;
    private final QueuePolicy policy;
    private final ExpectedTime expectedTime;
    private final Cost costs;

    DraftReview(
            ModelCatalog catalog, GenerationLimits limits, QueuePolicy policy, ExpectedTime expectedTime, Cost costs) {
        this.catalog = catalog;
        this.limits = limits;
        this.policy = policy;
        this.expectedTime = expectedTime;
        this.costs = costs;
    }

    /**
     * What is said of a draft before it is sent.
     *
     * @param violations everything that keeps it from being run
     * @param exceeded the quota that has no room for it; empty while something is wrong
     * @param expected about how long it takes once it begins; empty while something is wrong or nobody can run it
     */
    public record Verdict(List<Violation> violations, Optional<Exceeded> exceeded, Optional<Duration> expected) {

        public Verdict {
            violations = List.copyOf(violations);
        }
    }

    /** Without asking the database, so that it can be asked for with each change. */
    public Verdict of(Allowance allowance, GenerationDraft draft) {
        try {
            var checked = orThrow(allowance.limits(), draft);
            var parameters = checked.parameters();
            double gpuSeconds = costs.of(checked) * parameters.batchCount();
            return new Verdict(
                    List.of(), allowance.exceeded(parameters.images(), gpuSeconds), expectedTime.of(checked));
        } catch (InvalidGeneration invalid) {
            return new Verdict(invalid.violations(), Optional.empty(), Optional.empty());
        }
    }

    /** @throws InvalidGeneration with every violation */
    DraftCheck.Checked orThrow(Limits allowed, GenerationDraft draft) {
        return new DraftCheck(draft, catalog, limits, policy, allowed).orThrow();
    }
}
