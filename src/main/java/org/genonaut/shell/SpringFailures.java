package org.genonaut.shell;

import java.util.List;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says more about Spring's own exceptions than their titles do, and names the field where there is one. */
final class SpringFailures {

    private SpringFailures() {}

    static void describe(Exception failure, ProblemDetail problem) {
        switch (failure) {
            case MethodArgumentNotValidException invalid ->
                Violations.of(invalid).describeIn(problem);
            case HandlerMethodValidationException invalid ->
                Violations.of(invalid).describeIn(problem);
            case MethodArgumentTypeMismatchException mismatch ->
                one(mismatch.getName(), "is of the wrong type").describeIn(problem);
            case MissingServletRequestParameterException missing ->
                one(missing.getParameterName(), "is missing").describeIn(problem);
            case HttpMessageNotReadableException unreadable -> describeBody(unreadable, problem);
            case NoResourceFoundException missing -> problem.setDetail("There is nothing at this address.");
            default -> {} // The detail that Spring gives says it all.
        }
    }

    private static void describeBody(HttpMessageNotReadableException unreadable, ProblemDetail problem) {
        UnreadableBody.violation(unreadable.getCause())
                .ifPresentOrElse(
                        violation -> new Violations(List.of(violation)).describeIn(problem),
                        () -> problem.setDetail(
                                unreadable.getCause() == null
                                        ? "A JSON body is missing."
                                        : "The body is not valid JSON."));
    }

    private static Violations one(String parameter, String message) {
        return new Violations(List.of(new Violation(parameter, message)));
    }
}
