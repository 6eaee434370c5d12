package org.genonaut.generation.forecast;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.genonaut.backend.BackendState;
import org.jspecify.annotations.Nullable;

/** Why a job does not run now. */
public sealed interface Why {

    /** It is the next on a backend. @param busy whether something runs there that must end first */
    record Next(String backend, boolean busy) implements Why {}

    /** It is the next on a backend, which has to load its base model first. */
    record ModelLoad(String backend, String model) implements Why {}

    /** So many others that may run on the same backends were there first. */
    record OthersBefore(int jobs) implements Why {}

    /** So many of its own account go before it. */
    record OwnBefore(int jobs) implements Why {}

    /** Others came later and go first, because its account has had so many images lately. */
    record FairShare(int images) implements Why {}

    /** It would be next on a backend, which has another base model loaded and takes jobs of that first for a while. */
    record KeepsModel(String backend, String model) implements Why {}

    /** @param cause what the last attempt came to, as columns write it */
    record Retrying(Instant at, @Nullable String cause) implements Why {}

    /** Its owner or an admin told it to wait. */
    record Paused() implements Why {}

    /** An admin has told all to wait. */
    record QueuePaused() implements Why {}

    /**
     * No backend has all its files.
     *
     * @param nowhere files that no backend has
     * @param nearest the backends that lack the fewest, and what they lack
     */
    record FileMissing(List<String> nowhere, List<Lacking> nearest) implements Why {

        public FileMissing {
            nowhere = List.copyOf(nowhere);
            nearest = List.copyOf(nearest);
        }
    }

    /** One backend and the files that it does not have. */
    record Lacking(String backend, List<String> files) {

        public Lacking {
            files = List.copyOf(files);
        }
    }

    /** The backends that could run it take no jobs now; others do. */
    record BackendsAway(List<Idle> backends) implements Why {

        public BackendsAway {
            backends = List.copyOf(backends);
        }
    }

    /** One backend that takes the job not now. */
    record Idle(String backend, Cause cause) {

        /** What keeps a backend from a job whose files it has. */
        public enum Cause {
            AWAY,
            NOT_ASKED_YET,
            DRAINING,
            STUCK,
            TOO_SMALL;

            static Cause of(BackendState state) {
                return switch (state) {
                    case BackendState.Away away -> AWAY;
                    case BackendState.Unknown unknown -> NOT_ASKED_YET;
                    case BackendState.Draining draining -> DRAINING;
                    case BackendState.Stuck stuck -> STUCK;
                    // It takes jobs, but this one needs more memory than it has.
                    case BackendState.Up up -> TOO_SMALL;
                    case BackendState.Disabled disabled -> AWAY;
                };
            }
        }
    }

    /** No backend takes jobs now. */
    record FleetAway() implements Why {}

    /** As the API names it. */
    default String kind() {
        return switch (this) {
            case Next next -> "next";
            case ModelLoad load -> "model_load";
            case OthersBefore others -> "others_before";
            case OwnBefore own -> "own_before";
            case FairShare share -> "fair_share";
            case KeepsModel keeps -> "keeps_model";
            case Retrying retrying -> "retrying";
            case Paused paused -> "paused";
            case QueuePaused paused -> "queue_paused";
            case FileMissing missing -> "file_missing";
            case BackendsAway away -> "backends_away";
            case FleetAway away -> "fleet_away";
        };
    }

    /** One sentence for people. @param zone in which a time is told */
    default String sentence(Locale locale, ZoneId zone) {
        var texts = new Texts(locale);
        return switch (this) {
            case Next(var backend, var busy) -> texts.of(busy ? "next" : "next.idle", backend);
            case ModelLoad(var backend, var model) -> texts.of("model_load", backend, model);
            case OthersBefore(var jobs) -> texts.of("others_before", jobs);
            case OwnBefore(var jobs) -> texts.of("own_before", jobs);
            case FairShare(var images) -> texts.of("fair_share", images);
            case KeepsModel(var backend, var model) -> texts.of("keeps_model", backend, model);
            case Retrying(var at, var cause) -> texts.of("retrying", texts.time(at, zone), texts.cause(cause));
            case Paused() -> texts.of("paused");
            case QueuePaused() -> texts.of("queue_paused");
            case FileMissing(var nowhere, var nearest)
            when !nowhere.isEmpty() -> texts.of("file_missing.nowhere", texts.list(nowhere), nowhere.size());
            case FileMissing(var nowhere, var nearest) -> texts.of("file_missing.apart", texts.lacking(nearest));
            case BackendsAway(var backends) -> texts.of("backends_away", texts.idle(backends), backends.size());
            case FleetAway() -> texts.of("fleet_away");
        };
    }

    /** The sentences in one language. */
    record Texts(Locale locale, ResourceBundle bundle) {

        private static final String BUNDLE = "org.genonaut.generation.forecast.whys";

        /** What is not there in this language is said in English, whatever this machine speaks. */
        private static final ResourceBundle.Control ELSE_ENGLISH =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

        Texts(Locale locale) {
            this(locale, ResourceBundle.getBundle(BUNDLE, locale, ELSE_ENGLISH));
        }

        String of(String key, Object... arguments) {
            return new MessageFormat(bundle.getString(key), locale).format(arguments);
        }

        String time(Instant at, ZoneId zone) {
            return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(at.atZone(zone));
        }

        String cause(@Nullable String word) {
            var key = "cause." + word;
            return bundle.containsKey(key) ? bundle.getString(key) : bundle.getString("cause.unknown");
        }

        String list(List<String> names) {
            if (names.size() < 2) {
                return String.join("", names);
            }
            var first = String.join(", ", names.subList(0, names.size() - 1));
            return of("and", first, names.getLast());
        }

        String idle(List<Idle> backends) {
            return list(backends.stream()
                    .map(one -> of("idle." + one.cause().name().toLowerCase(Locale.ROOT), one.backend()))
                    .toList());
        }

        String lacking(List<Lacking> nearest) {
            return nearest.stream()
                    .map(one -> of("lacks", one.backend(), list(one.files())))
                    .collect(Collectors.joining("; "));
        }
    }
}
