package org.genonaut.generation.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genonaut.account.limit.Exceeded;
import org.genonaut.account.limit.Exceeded.Kind;
import org.genonaut.account.limit.Limits;
import org.genonaut.account.limit.Quota;

/**
 * What an account has spent at one moment.
 *
 * @param images asked for, by the minute in which that was, only minutes of which a part is in the last hour
 * @param gpuToday GPU seconds
 * @param gpuThisMonth GPU seconds
 * @param expected GPU seconds of all open jobs
 */
record Spending(
        Instant now,
        NavigableMap<Instant, Integer> images,
        double gpuToday,
        double gpuThisMonth,
        double expected,
        Instant dayEnds,
        Instant monthEnds) {

    /** A minute counts to its end, so that no hour ever has more than allowed. */
    static final Duration COUNTS_FOR = Duration.ofMinutes(61);

    Spending {
        images = new TreeMap<>(images.tailMap(now.minus(COUNTS_FOR), false));
    }

    long imagesThisHour() {
        return images.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** When one more image is possible, if none is now; else when the first of this hour will count no more. */
    Optional<Instant> imagesReset(Quota quota) {
        return quota instanceof Quota.AtMost(long limit) && imagesThisHour() >= limit
                ? noImageUntil(limit)
                : firstImagesReset();
    }

    private Optional<Instant> noImageUntil(long limit) {
        return imagesThisHour() < limit ? Optional.empty() : imagesPossibleAt(limit, 1);
    }

    private Optional<Instant> firstImagesReset() {
        return images.entrySet().stream()
                .filter(minute -> minute.getValue() > 0)
                .findFirst()
                .map(minute -> minute.getKey().plus(COUNTS_FOR));
    }

    /** The quota that stands longest in the way of so much more. */
    Optional<Exceeded> exceeded(Limits limits, long moreImages, double moreSeconds) {
        return Stream.of(
                        imagesExceeded(limits.imagesPerHour(), moreImages),
                        gpuExceeded(
                                Kind.GPU_SECONDS_PER_DAY, limits.gpuSecondsPerDay(), gpuToday, moreSeconds, dayEnds),
                        gpuExceeded(
                                Kind.GPU_SECONDS_PER_MONTH,
                                limits.gpuSecondsPerMonth(),
                                gpuThisMonth,
                                moreSeconds,
                                monthEnds))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(exceeded -> exceeded.possibleAt().orElse(Instant.MAX)));
    }

    private Optional<Exceeded> imagesExceeded(Quota quota, long more) {
        return switch (quota) {
            case Quota.Unlimited() -> Optional.empty();
            case Quota.AtMost(long limit) when imagesThisHour() + more <= limit -> Optional.empty();
            case Quota.AtMost(long limit) ->
                Optional.of(new Exceeded(
                        Kind.IMAGES_PER_HOUR,
                        imagesThisHour(),
                        limit,
                        more,
                        imagesPossibleAt(limit, more),
                        noImageUntil(limit)));
        };
    }

    private Optional<Instant> imagesPossibleAt(long limit, long more) {
        long left = imagesThisHour();
        for (var minute : images.entrySet()) {
            left -= minute.getValue();
            if (left + more <= limit) {
                return Optional.of(minute.getKey().plus(COUNTS_FOR));
            }
        }
        return Optional.empty();
    }

    private Optional<Exceeded> gpuExceeded(Kind kind, Quota quota, double used, double more, Instant ends) {
        return switch (quota) {
            case Quota.Unlimited() -> Optional.empty();
            case Quota.AtMost(long limit) when used + expected + more <= limit -> Optional.empty();
            case Quota.AtMost(long limit) ->
                Optional.of(new Exceeded(
                        kind,
                        used + expected,
                        limit,
                        more,
                        Optional.of(ends).filter(end -> more <= limit),
                        Optional.of(ends).filter(end -> used + expected >= limit)));
        };
    }
}
