package org.genonaut;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets refusals before any controller be worded where all other errors of the API are. */
final class ApiProblems implements AccessDeniedHandler {

    private final HandlerExceptionResolver resolver;

    ApiProblems(HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    /** Answers that credentials are missing or wrong, and which kind is asked for. */
    AuthenticationEntryPoint asking(String challenge) {
        return (request, response, refusal) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
            resolver.resolveException(request, response, null, refusal);
        };
    }

    /** Answers that the token lacks a scope: nothing else is asked of a program before the controllers. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal) {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, BearerTokenFilter.CHALLENGE + ", error=\"insufficient_scope\"");
        resolver.resolveException(request, response, null, refusal);
    }
}
