package org.genonaut;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.genonaut.account.ApiTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a program in by {@code Authorization: Bearer gn_…}, for this request only. */
final class BearerTokenFilter extends OncePerRequestFilter {

    static final String CHALLENGE = "Bearer realm=\"Genonaut\"";

    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final AuthenticationEntryPoint invalidToken;
    private final SecurityContextHolderStrategy contexts;

    /** @param contexts the same as the rest of the chain uses; the static one may belong to another application */
    BearerTokenFilter(ApiTokens tokens, ApiProblems problems, SecurityContextHolderStrategy contexts) {
        this.tokens = tokens;
        this.contexts = contexts;
        this.invalidToken = problems.asking(CHALLENGE + ", error=\"invalid_token\"");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        var program = tokens.authenticate(header.substring(SCHEME.length()).strip());
        if (program.isEmpty()) {
            invalidToken.commence(request, response, new BadCredentialsException("Unknown, expired or disabled token"));
            return;
        }
        signIn(program.get());
        chain.doFilter(request, response);
    }

    private void signIn(Authentication program) {
        var context = contexts.createEmptyContext();
        context.setAuthentication(program);
        contexts.setContext(context);
    }
}
