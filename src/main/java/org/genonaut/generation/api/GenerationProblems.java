package org.genonaut.generation.api;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import org.genonaut.account.limit.Exceeded;
import org.genonaut.generation.LimitReached;
import org.genonaut.generation.QuotaExceeded;
import org.genonaut.generation.TooManyOpenJobs;
import org.genonaut.generation.draft.InvalidGeneration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says to programs what is wrong with a request for a generation, field by field. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = GenerationController.class)
class GenerationProblems {

    /** Nobody knows when one of the account's jobs will have ended; this is often enough to ask. */
    private static final String SECONDS_UNTIL_A_JOB_ENDS = "10";

    private final Clock clock;

    GenerationProblems(Clock clock) {
        this.clock = clock;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidGeneration invalid) {
        var problems = invalid.violations().stream()
                .map(FieldProblem::of)
                .sorted(Comparator.comparing(FieldProblem::field))
                .toList();
        var detail = problems.size() == 1
                ? problems.getFirst().field() + ": " + problems.getFirst().message()
                : problems.size() + " fields are not valid.";
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
        problem.setProperty("violations", problems);
        return ResponseEntity.badRequest().body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMuch(LimitReached reached) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, reached.getMessage() + ".");
        var headers = new HttpHeaders();
        switch (reached) {
            case TooManyOpenJobs tooMany -> describe(tooMany, problem, headers);
            case QuotaExceeded quota -> describe(quota.exceeded(), problem, headers);
        }
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .headers(headers)
                .body(problem);
    }

    private static void describe(TooManyOpenJobs tooMany, ProblemDetail problem, HttpHeaders headers) {
        describe(problem, "open_jobs", tooMany.open(), tooMany.limit(), tooMany.asked());
        if (tooMany.isForNow()) {
            headers.set(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_A_JOB_ENDS);
        }
    }

    /** Without a time when as much as this is never possible: trying again is of no use. */
    private void describe(Exceeded exceeded, ProblemDetail problem, HttpHeaders headers) {
        var quota = exceeded.kind().name().toLowerCase(Locale.ROOT);
        describe(
                problem,
                quota,
                amount(exceeded, exceeded.used()),
                exceeded.limit(),
                amount(exceeded, exceeded.asked()));
        exceeded.possibleAt().ifPresent(time -> {
            problem.setProperty("possible_at", time);
            var seconds = Duration.between(clock.instant(), time).toSeconds() + 1;
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(seconds, 1)));
        });
    }

    private static Number amount(Exceeded exceeded, double amount) {
        if (exceeded.kind() == Exceeded.Kind.IMAGES_PER_HOUR) {
            return Math.round(amount);
        }
        return amount;
    }

    private static void describe(ProblemDetail problem, String quota, Number used, Number limit, Number asked) {
        problem.setProperty("quota", quota);
        problem.setProperty("used", used);
        problem.setProperty("limit", limit);
        problem.setProperty("asked", asked);
    }
}
