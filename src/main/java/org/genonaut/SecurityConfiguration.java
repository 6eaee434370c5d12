package org.genonaut;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import jakarta.servlet.DispatcherType;
import org.genonaut.account.ApiTokens;
import org.genonaut.account.CurrentAccount;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who may come in: programs with a token below {@code /api}, people with a session everywhere else. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity(jsr250Enabled = true)
class SecurityConfiguration {

    private static final String[] API_DOCUMENTATION = {
        "/api/openapi.json/**", "/api/openapi.json.yaml", "/api/docs/**", "/api/swagger-ui/**"
    };

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    ApiProblems apiProblems(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return new ApiProblems(problems);
    }

    @Bean
    ApiRateLimit apiRateLimit(
            CurrentAccount account,
            ApiRates rates,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return new ApiRateLimit(account, rates, problems);
    }

    /** A filter that is a bean would else also stand before all chains. */
    @Bean
    FilterRegistrationBean<ApiRateLimit> apiRateLimitOnlyInItsChain(ApiRateLimit rateLimit) {
        var registration = new FilterRegistrationBean<>(rateLimit);
        registration.setEnabled(false);
        return registration;
    }

    /** The one place where a program signs in with a name and a password: to get its token. */
    @Bean
    @Order(1)
    SecurityFilterChain tokenIssue(HttpSecurity http, ApiProblems problems) throws Exception {
        return stateless(http.securityMatcher("/api/tokens"), problems)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems.asking("Basic realm=\"Genonaut\"")))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http,
            ApiProblems problems,
            ApiTokens tokens,
            SecurityContextHolderStrategy contexts,
            ApiRateLimit rateLimit)
            throws Exception {
        return stateless(http.securityMatcher("/api/**"), problems)
                .addFilterBefore(new BearerTokenFilter(tokens, problems, contexts), BasicAuthenticationFilter.class)
                .addFilterAfter(rateLimit, AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, API_DOCUMENTATION)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET)
                        .hasAuthority("SCOPE_read")
                        .requestMatchers(HttpMethod.HEAD)
                        .hasAuthority("SCOPE_read")
                        .anyRequest()
                        .hasAuthority("SCOPE_generate"))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/themes/**", "/js/**", "/images/**", "/icons.svg", "/favicon.ico", "/favicon.svg")
                        .permitAll()
                        .dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .hasRole("ADMIN")
                        .requestMatchers("/media/**")
                        .authenticated())
                .headers(SecurityConfiguration::pageHeaders)
                .with(vaadin(), vaadin -> vaadin.loginView("/sign-in").anyRequest(AuthorizedUrl::authenticated))
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http, ApiProblems problems) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::headers)
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems.asking(BearerTokenFilter.CHALLENGE))
                                .accessDeniedHandler(problems));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .contentTypeOptions(Customizer.withDefaults());
    }

    /**
     * Vaadin's pages are sent by a forward, which ends the response before Spring Security would add its headers: so
     * they go first. Its rule against caching stays away then, or pictures would carry it beside their own.
     */
    private static void pageHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers(headers);
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
        headers.withObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
            @Override
            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        });
    }
}
