package org.genonaut.shell;

import jakarta.validation.ConstraintViolationException;
import java.util.UUID;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers every error with {@code application/problem+json} (RFC 9457).
 *
 * <p>Rooms below do not know this class. A service throws its own exception, marked with {@link ResponseStatus}: the
 * status is taken from there, the detail from its message. Where more is to be said ({@code Retry-After},
 * {@code violations}), the room's {@code api} throws an {@link org.springframework.web.ErrorResponseException} with
 * these headers and properties.
 */
@RestControllerAdvice
class ProblemDetails extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemDetails.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notSignedIn(AuthenticationException refusal) {
        return answer(
                HttpStatus.UNAUTHORIZED,
                refusal instanceof InsufficientAuthenticationException
                        ? "Send a token as \"Authorization: Bearer …\"; POST /api/tokens issues one."
                        : "The credentials are wrong, expired or disabled.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAllowed(AccessDeniedException refusal) {
        return answer(HttpStatus.FORBIDDEN, "These credentials do not allow this.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidArguments(ConstraintViolationException failure) {
        var problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        Violations.of(failure.getConstraintViolations()).describeIn(problem);
        return ResponseEntity.badRequest().body(problem);
    }

    /** Only the container knows whose connection broke: another's, the database's say, is our fault. */
    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> gone(ClientAbortException nobodyToBeAnswered) {
        return null;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> anythingElse(Exception failure) {
        var marked = AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
        return marked != null ? answer(marked.code(), failure.getMessage()) : ourFault(failure);
    }

    private static ResponseEntity<ProblemDetail> ourFault(Exception failure) {
        var id = UUID.randomUUID().toString();
        log.error("Request failed with error {}", id, failure);
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side; the log names it by error_id.");
        problem.setProperty("error_id", id);
        return ResponseEntity.internalServerError().body(problem);
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, @Nullable String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }

    /** Spring's own exceptions bring status and title; we say what is wrong with which field. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof BodyTooLargeException tooLarge
                && failure != tooLarge) {
            return handleExceptionInternal(tooLarge, null, headers, tooLarge.getStatusCode(), request);
        }
        var answer = super.handleExceptionInternal(failure, body, headers, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail problem) {
            SpringFailures.describe(failure, problem);
        }
        return answer;
    }
}
