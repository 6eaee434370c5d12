package org.genonaut.shell;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request's body is larger than we read. */
class BodyTooLargeException extends ErrorResponseException {

    /** @param limit bytes */
    BodyTooLargeException(long limit) {
        super(
                HttpStatus.CONTENT_TOO_LARGE,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONTENT_TOO_LARGE, "A body may have at most " + limit + " bytes."),
                null);
    }
}
