package org.genonaut.generation.api;

import java.util.Comparator;
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
    ResponseEntity<ProblemDetail> tooMany(TooManyOpenJobs tooMany) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_A_JOB_ENDS)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, tooMany.getMessage() + "."));
    }
}
