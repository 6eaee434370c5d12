package org.genonaut;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only to this machine's own names.
 *
 * <p>The demo's passwords are known to everybody. Listening on loopback keeps other machines out, but not web pages
 * whose name an attacker lets point to 127.0.0.1 (DNS rebinding): those come with a foreign Host header.
 */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class LoopbackHostFilter extends OncePerRequestFilter {

    private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost");
    private static final int MISDIRECTED_REQUEST = 421;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (OWN_NAMES.contains(request.getServerName())) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(MISDIRECTED_REQUEST);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.getWriter().println("The demo answers only at http://127.0.0.1 and http://localhost.");
    }
}
