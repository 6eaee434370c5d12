package org.genonaut;

import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.genonaut.account.AccountId;
import org.genonaut.account.CurrentAccount;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets each account ask the API only so often, reads and writes apart; whoever asks more is told when to ask again. */
final class ApiRateLimit extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final CurrentAccount account;
    private final ApiRates rates;
    private final HandlerExceptionResolver problems;

    /** One entry for each account that uses the API: as many as there are accounts, at most. */
    private final Map<AccountId, Buckets> buckets = new ConcurrentHashMap<>();

    private record Buckets(Bucket reads, Bucket writes) {}

    ApiRateLimit(CurrentAccount account, ApiRates rates, HandlerExceptionResolver problems) {
        this.account = account;
        this.rates = rates;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = account.find();
        if (who.isPresent()) {
            var probe = bucket(who.get().id(), request).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                problems.resolveException(request, response, null, tooMany(probe.getNanosToWaitForRefill()));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private Bucket bucket(AccountId id, HttpServletRequest request) {
        var own = buckets.computeIfAbsent(
                id,
                key -> new Buckets(
                        bucket(rates.reads(), rates.readBurst()), bucket(rates.writes(), rates.writeBurst())));
        return READS.contains(request.getMethod()) ? own.reads() : own.writes();
    }

    private static Bucket bucket(int perSecond, int burst) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    private static ErrorResponseException tooMany(long nanos) {
        var seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos) + 1);
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.TOO_MANY_REQUESTS, "Too many requests; ask again in " + seconds + " s.");
        var refusal = new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS, problem, null);
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return refusal;
    }
}
