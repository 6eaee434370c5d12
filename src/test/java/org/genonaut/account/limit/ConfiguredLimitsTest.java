package org.genonaut.account.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ConfiguredLimitsTest {

    private static final String PREFIX = "genonaut.limits.";

    @EnableConfigurationProperties(LimitProperties.class)
    static class Bound {}

    private static LimitProperties bound(Map<String, String> keys) {
        var found = new ArrayList<LimitProperties>();
        runner(keys).run(context -> found.add(context.getBean(LimitProperties.class)));
        return found.getFirst();
    }

    private static ApplicationContextRunner runner(Map<String, String> keys) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Bound.class)
                .withPropertyValues(keys.entrySet().stream()
                        .map(key -> PREFIX + key.getKey() + "=" + key.getValue())
                        .toArray(String[]::new));
    }

    @Test
    void everybodyHasNoQuotasUnlessConfigured() {
        var everybody = bound(Map.of()).everybody();

        assertThat(everybody)
                .isEqualTo(new Limits(
                        1, 500, 4, 8, 16, Quota.UNLIMITED, Quota.UNLIMITED, Quota.UNLIMITED, WhenExceeded.REFUSE));
        assertThat(everybody.hasQuotas()).isFalse();
        assertThat(bound(Map.of("gpu-seconds-per-month", "10")).everybody().hasQuotas())
                .isTrue();
    }

    @Test
    void readsGroupsAndAccounts() {
        var limits = ConfiguredLimits.special(bound(Map.of(
                "images-per-hour", "30",
                "groups.designers.members", "Maya, Zoë",
                "groups.designers.images-per-hour", "unlimited",
                "groups.designers.when-exceeded", "slow-lane",
                "accounts.maya.megapixels", "1.5",
                "accounts.[noah.b].weight", "2")));

        assertThat(limits).containsOnlyKeys("maya", "zoe", "noah.b");
        var maya = Objects.requireNonNull(limits.get("maya"));
        assertThat(maya.megapixels()).isEqualTo(1.5);
        assertThat(maya.imagesPerHour()).isEqualTo(Quota.UNLIMITED);
        assertThat(maya.whenExceeded()).isEqualTo(WhenExceeded.SLOW_LANE);
        assertThat(Objects.requireNonNull(limits.get("zoe")).megapixels()).isEqualTo(4);
        var noah = Objects.requireNonNull(limits.get("noah.b"));
        assertThat(noah.weight()).isEqualTo(2);
        assertThat(noah.imagesPerHour()).isEqualTo(Quota.atMost(30));
    }

    @ParameterizedTest
    @CsvSource({
        "images-per-hour, 0, imagesPerHour",
        "gpu-seconds-per-day, much, gpuSecondsPerDay",
        "weight, 0, weight",
        "open-jobs, 0, openJobs",
        "zone, Atlantis, zone",
        "when-exceeded, shout, whenExceeded",
        "groups.designers.weight, -1, groups[designers].weight",
        "groups.designers.batch-size, 5000, groups[designers].batchSize",
        "groups.designers.images-per-hour, -1, imagesPerHour",
        "groups.designers.open-jobs, 3, groups[designers].members",
        "accounts.maya.batch-count, 0, accounts[maya].batchCount",
        "accounts.maya.megapixels, 0, accounts[maya].megapixels"
    })
    void refusesToStartAndNamesTheKey(String key, String value, String named) {
        runner(Map.of(key, value)).run(context -> {
            assertThat(context).hasFailed();
            var messages = new StringBuilder();
            for (@Nullable Throwable cause = context.getStartupFailure(); cause != null; cause = cause.getCause()) {
                messages.append(cause.getMessage()).append('\n');
            }
            assertThat(messages.toString().replace("-", "").toLowerCase(Locale.ROOT))
                    .contains(named.toLowerCase(Locale.ROOT));
        });
    }

    static List<Long> seeds() {
        return IntStream.range(0, 40).mapToObj(Long::valueOf).toList();
    }

    /** Compared with the rule said plainly: own, else the most generous of the groups that say something, else everybody's. */
    @ParameterizedTest
    @MethodSource("seeds")
    void anAccountComesBeforeItsGroupsAndThoseBeforeEverybody(long seed) {
        var random = new Random(seed);
        var keys = new TreeMap<String, String>();
        put(keys, "", random, 1.0);
        for (var group : List.of("a", "b", "c")) {
            var members = random.nextInt(3) == 0 ? "noah" : "maya,noah";
            keys.put("groups." + group + ".members", members);
            put(keys, "groups." + group + ".", random, 0.5);
        }
        if (random.nextBoolean()) {
            put(keys, "accounts.maya.", random, 0.5);
        }
        var properties = bound(keys);

        var special = ConfiguredLimits.special(properties);

        var maya = special.getOrDefault("maya", properties.everybody());
        assertThat((double) maya.openJobs()).isEqualTo(expected(keys, "open-jobs", Double::valueOf));
        assertThat(maya.weight()).isEqualTo(expected(keys, "weight", Double::valueOf));
        assertThat(maya.imagesPerHour())
                .isEqualTo(quota(expected(keys, "images-per-hour", ConfiguredLimitsTest::order)));
        assertThat((double) maya.whenExceeded().ordinal())
                .isEqualTo(expected(keys, "when-exceeded", word -> word.equals("slow-lane") ? 1.0 : 0.0));
    }

    private static void put(Map<String, String> keys, String prefix, Random random, double chance) {
        var values = Map.of(
                "open-jobs",
                "" + (1 + random.nextInt(50)),
                "weight",
                "" + (1 + random.nextInt(9)) / 2.0,
                "images-per-hour",
                random.nextInt(4) == 0 ? "unlimited" : "" + (1 + random.nextInt(50)),
                "when-exceeded",
                random.nextBoolean() ? "refuse" : "slow-lane");
        new TreeMap<>(values).forEach((key, value) -> {
            if (random.nextDouble() < chance) {
                keys.put(prefix + key, value);
            }
        });
    }

    private static double expected(Map<String, String> keys, String name, Function<String, Double> order) {
        var own = keys.get("accounts.maya." + name);
        if (own != null) {
            return order.apply(own);
        }
        return List.of("a", "b", "c").stream()
                .filter(group ->
                        keys.getOrDefault("groups." + group + ".members", "").contains("maya"))
                .map(group -> keys.get("groups." + group + "." + name))
                .filter(Objects::nonNull)
                .map(order)
                .max(Double::compare)
                .orElseGet(() -> order.apply(Objects.requireNonNull(keys.get(name))));
    }

    private static double order(String quota) {
        return quota.equals("unlimited") ? Double.POSITIVE_INFINITY : Double.parseDouble(quota);
    }

    private static Quota quota(double order) {
        return Double.isInfinite(order) ? Quota.UNLIMITED : Quota.atMost((long) order);
    }
}
