package org.genonaut.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.genonaut.GenonautApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The application as it is, but for its clock: each line that it reads is by how many seconds that is wrong from now on.
 * It ends with whoever started it.
 */
final class Node {

    private static final int KILLED = 137;

    private static volatile Duration wrongBy = Duration.ZERO;

    private Node() {}

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().name("orders").start(Node::obey);
        SpringApplication.from(GenonautApplication::main).with(WrongClock.class).run(arguments);
    }

    private static void obey() {
        try (var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (var line = orders.readLine(); line != null; line = orders.readLine()) {
                wrongBy = Duration.ofSeconds(Long.parseLong(line));
            }
        } catch (IOException gone) {
            Runtime.getRuntime().halt(KILLED);
        }
        Runtime.getRuntime().halt(KILLED);
    }

    /** Not a component: the tests of the application must not find it. */
    static final class WrongClock {

        private WrongClock() {}

        @Bean
        @Primary
        static Clock wrongClock() {
            InstantSource wrong = () -> now();
            return Clock.tick(wrong.withZone(ZoneOffset.UTC), Duration.ofNanos(1_000));
        }

        private static Instant now() {
            return Clock.systemUTC().instant().plus(wrongBy);
        }
    }
}
