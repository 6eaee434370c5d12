package org.genonaut.generation.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.genonaut.account.limit.Exceeded;
import org.genonaut.account.limit.Exceeded.Kind;
import org.genonaut.account.limit.Limits;
import org.genonaut.account.limit.Quota;
import org.genonaut.account.limit.WhenExceeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpendingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:30Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void namesTheTimeAtWhichEnoughImagesArePossible() {
        var spending = spending(Map.of("13:10", 20, "13:24", 6, "13:40", 4));

        assertThat(spending.exceeded(images(30), 4, 0))
                .contains(new Exceeded(Kind.IMAGES_PER_HOUR, 30, 30, 4, at("14:11"), at("14:11")));
        assertThat(spending.exceeded(images(30), 25, 0).orElseThrow().possibleAt())
                .isEqualTo(at("14:25"));
        assertThat(spending.exceeded(images(30), 30, 0).orElseThrow().possibleAt())
                .isEqualTo(at("14:41"));
        assertThat(spending.exceeded(images(34), 4, 0)).isEmpty();
    }

    @Test
    void namesNoTimeForMoreThanAWholeHourAllows() {
        assertThat(spending(Map.of()).exceeded(images(30), 31, 0))
                .contains(new Exceeded(Kind.IMAGES_PER_HOUR, 0, 30, 31, Optional.empty(), Optional.empty()));
        assertThat(spending(Map.of("13:10", 20, "13:24", 12)).exceeded(images(30), 31, 0))
                .contains(new Exceeded(Kind.IMAGES_PER_HOUR, 32, 30, 31, Optional.empty(), at("14:11")));
    }

    @Test
    void forgetsImagesOfMoreThanAnHourAgo() {
        assertThat(spending(Map.of("12:59", 30)).imagesThisHour()).isZero();
        assertThat(spending(Map.of("13:00", 30)).imagesThisHour()).isEqualTo(30);
        assertThat(spending(Map.of("13:00", 30)).imagesReset(Quota.atMost(60))).isEqualTo(at("14:01"));
    }

    @Test
    void saysWhenOneMoreIsPossibleAndNotWhenTheFirstOfTooManyCountNoMore() {
        assertThat(spending(Map.of("13:00", 5, "13:20", 20)).imagesReset(Quota.atMost(20)))
                .isEqualTo(at("14:21"));
    }

    @Test
    void countsWhatOpenJobsAreExpectedToTake() {
        var spending = new Spending(NOW, new TreeMap<>(), 50, 500, 8, MIDNIGHT, DECEMBER);

        assertThat(spending.exceeded(gpu(60, 1000), 1, 2)).isEmpty();
        assertThat(spending.exceeded(gpu(60, 1000), 1, 2.5))
                .contains(new Exceeded(Kind.GPU_SECONDS_PER_DAY, 58, 60, 2.5, Optional.of(MIDNIGHT), Optional.empty()));
        assertThat(spending.exceeded(gpu(60, 1000), 1, 61).orElseThrow().possibleAt())
                .isEmpty();
    }

    @Test
    void namesTheQuotaThatStandsInTheWayForLongest() {
        var spending = new Spending(NOW, new TreeMap<>(), 60, 500, 0, MIDNIGHT, DECEMBER);

        assertThat(spending.exceeded(gpu(60, 500), 1, 1).orElseThrow().kind()).isEqualTo(Kind.GPU_SECONDS_PER_MONTH);
        assertThat(spending.exceeded(gpu(60, 501), 1, 1).orElseThrow().kind()).isEqualTo(Kind.GPU_SECONDS_PER_DAY);
    }

    /** The time that is named is right: then it is possible, and just before it is not. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void isPossibleAtTheTimeThatIsNamedAndNotBefore(long seed) {
        var random = new Random(seed);
        var images = new TreeMap<Instant, Integer>();
        for (int i = 0; i < 20; i++) {
            images.merge(Instant.parse("2026-11-23T13:00:00Z").plusSeconds(60L * random.nextInt(61)), 3, Integer::sum);
        }
        var limits = images(60);
        long asked = 1 + random.nextInt(60);
        var named = at(NOW, images)
                .exceeded(limits, asked, 0)
                .orElseThrow()
                .possibleAt()
                .orElseThrow();

        assertThat(at(named, images).exceeded(limits, asked, 0)).isEmpty();
        assertThat(at(named.minus(Duration.ofMillis(1)), images).exceeded(limits, asked, 0))
                .isPresent();
    }

    private static Spending at(Instant now, TreeMap<Instant, Integer> images) {
        return new Spending(now, images, 0, 0, 0, MIDNIGHT, DECEMBER);
    }

    private static Spending spending(Map<String, Integer> images) {
        var minutes = new TreeMap<Instant, Integer>();
        images.forEach((time, count) -> minutes.put(at(time).orElseThrow(), count));
        return at(NOW, minutes);
    }

    private static Optional<Instant> at(String time) {
        return Optional.of(Instant.parse("2026-11-23T" + time + ":00Z"));
    }

    private static Limits images(long perHour) {
        return limits(Quota.atMost(perHour), Quota.UNLIMITED, Quota.UNLIMITED);
    }

    private static Limits gpu(long perDay, long perMonth) {
        return limits(Quota.UNLIMITED, Quota.atMost(perDay), Quota.atMost(perMonth));
    }

    private static Limits limits(Quota images, Quota day, Quota month) {
        return new Limits(1, 500, 4, 8, 16, images, day, month, WhenExceeded.REFUSE);
    }
}
