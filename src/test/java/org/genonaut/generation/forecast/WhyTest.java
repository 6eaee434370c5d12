package org.genonaut.generation.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhyTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Why.KeepsModel KEEPS = new Why.KeepsModel("Atlas", "Juggernaut");

    @Test
    void theNextOnABackendIsToldWhatEndsFirst() {
        assertThat(place(false, 0, null, 4, 4, true, 9).why()).isEqualTo(new Why.Next("Atlas", true));
        assertThat(place(true, 0, null, 4, 4, true, 9).why()).isEqualTo(new Why.ModelLoad("Atlas", "Flux"));
    }

    @Test
    void aHeadThatIsPassedIsToldWhichModelStays() {
        assertThat(place(false, 1, KEEPS, 0, 0, true, 9).why()).isEqualTo(KEEPS);
    }

    @Test
    void whoIsOvertakenIsToldHowMuchTheyHad() {
        assertThat(place(false, 3, null, 4, 1, true, 9).why()).isEqualTo(new Why.FairShare(9));
        assertThat(place(false, 3, null, 4, 2, true, 9).why()).isEqualTo(new Why.OwnBefore(2));
        assertThat(place(false, 3, null, 4, 1, true, 0).why()).isEqualTo(new Why.OwnBefore(1));
    }

    @Test
    void elseItIsWhoeverWasThereFirst() {
        assertThat(place(false, 3, null, 4, 0, false, 9).why()).isEqualTo(new Why.OthersBefore(4));
        assertThat(place(false, 3, null, 4, 4, false, 9).why()).isEqualTo(new Why.OwnBefore(4));
    }

    @Test
    void positionsAreExactBelowAThousand() {
        assertThat(Receipt.Position.after(0)).isEqualTo(new Receipt.Position(1, true));
        assertThat(Receipt.Position.after(999)).isEqualTo(new Receipt.Position(1_000, true));
        assertThat(Receipt.Position.after(1_000)).isEqualTo(new Receipt.Position(1_000, false));
    }

    @Test
    void tellsTimesInTheViewersZone() {
        var why = new Why.Retrying(Instant.parse("2026-11-22T13:02:00Z"), "unreachable");

        assertThat(why.sentence(Locale.GERMANY, BERLIN))
                .isEqualTo("Neuer Versuch um 14:02: das Backend hat nicht geantwortet");
    }

    @Test
    void namesTheFilesAndTheBackendsThatLackThem() {
        var apart = new Why.FileMissing(List.of(), List.of(new Why.Lacking("Atlas", List.of("ink.safetensors"))));

        assertThat(apart.sentence(Locale.ENGLISH, BERLIN))
                .isEqualTo("No backend has all its files: Atlas lacks ink.safetensors");
    }

    @Test
    void saysOfEachBackendWhatKeepsItFromTheJob() {
        var why = new Why.BackendsAway(List.of(
                new Why.Idle("Atlas", Why.Idle.Cause.DRAINING),
                new Why.Idle("Borealis", Why.Idle.Cause.STUCK),
                new Why.Idle("Ceres", Why.Idle.Cause.AWAY)));

        assertThat(why.sentence(Locale.ENGLISH, BERLIN))
                .isEqualTo("No GPU that could run it takes it now:"
                        + " Atlas takes nothing new, Borealis stands still and Ceres does not answer");
        assertThat(why.sentence(Locale.GERMAN, BERLIN))
                .endsWith("Atlas nimmt nichts Neues an, Borealis steht still und Ceres antwortet nicht");
    }

    static Stream<Why> all() {
        return Stream.of(
                new Why.Next("Atlas", true),
                new Why.Next("Atlas", false),
                new Why.ModelLoad("Atlas", "Flux"),
                new Why.OthersBefore(2),
                new Why.OwnBefore(1),
                new Why.FairShare(9),
                KEEPS,
                new Why.Retrying(Instant.EPOCH, null),
                new Why.Paused(),
                new Why.FileMissing(List.of("a"), List.of()),
                new Why.FileMissing(List.of(), List.of(new Why.Lacking("Atlas", List.of("a", "b")))),
                new Why.BackendsAway(List.of(new Why.Idle("Atlas", Why.Idle.Cause.AWAY))),
                new Why.BackendsAway(Stream.of(Why.Idle.Cause.values())
                        .map(cause -> new Why.Idle("Atlas", cause))
                        .toList()),
                new Why.FleetAway());
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasASentenceInBothLanguages(Why why) {
        var english = why.sentence(Locale.ENGLISH, BERLIN);
        var german = why.sentence(Locale.GERMAN, BERLIN);

        assertThat(english).isNotBlank().doesNotContain("{").isNotEqualTo(german);
        assertThat(german).isNotBlank().doesNotContain("{");
    }

    private static Place place(
            boolean loads,
            int turn,
            Why.@Nullable KeepsModel passedOn,
            int before,
            int own,
            boolean overtaken,
            int images) {
        return new Place("Atlas", true, "Flux", loads, turn, passedOn, before, own, overtaken, images);
    }
}
