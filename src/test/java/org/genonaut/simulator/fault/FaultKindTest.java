package org.genonaut.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FaultKindTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }

    private static List<FaultKind> kinds() {
        return FaultKind.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tellsWhatClientsMeet(FaultKind kind) {
        assertThat(kind.says()).endsWith(".").doesNotContain("|");
        assertThat(kind.counts().isEmpty()).isEqualTo(kind.lasting() != Lasting.COUNTED);
        assertThat(FaultKind.named(kind.name())).isSameAs(kind);
    }

    @Test
    void readsTheFieldsOfAFault() {
        assertThat(FaultKind.named("out_of_memory_above").read(json("{'pixels': 1500000}")))
                .isEqualTo(new Fault.OutOfMemoryAbove(1_500_000));
        assertThat(FaultKind.named("latency").read(json("{'each': 'PT0.2S'}")))
                .isEqualTo(new Fault.Latency(Duration.ofMillis(200), "/"));
        assertThat(FaultKind.named("drop_sockets").read(json("{}"))).isEqualTo(new Fault.DropSockets(0));
    }

    @Test
    void writesWhatItReads() {
        var fault = new Fault.Latency(Duration.ofMillis(200), "/history");
        var json = FaultKind.of(fault).write(fault);
        assertThat(json.toString()).isEqualTo("{\"fault\":\"latency\",\"each\":\"PT0.2S\",\"path\":\"/history\"}");
        json.remove("fault");
        assertThat(FaultKind.named("latency").read(json)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
                    out_of_memory_above; {};                    pixels is missing; it is a whole number
                    out_of_memory_above; {'pixels': 'many'};    pixels is a whole number, not "many"
                    out_of_memory_above; {'pixels': 1.5};       pixels is a whole number, not 1.5
                    out_of_memory_above; {'pixels': -1};        pixels is 0 or more, not -1
                    drop_sockets;        {'step': 9999999999};  step is too large: 9999999999
                    latency;             {'each': 5};           each is a duration in quotes, not 5
                    latency;             {'each': '5s'};        each is a duration such as PT0.5S or PT2M, not 5s
                    latency;             {'each': 'PT0S'};      each is longer than nothing
                    latency;             {'each': 'PT1S', 'path': 'history'}; path begins with /
                    latency;             {'every': 'PT1S'};     latency has no field every, but each, path
                    stalled_reader;      {'step': 1};           stalled_reader has no field step; it has none
                    missing_model;       {'folder': '', 'name': 'x'}; folder is not empty
                    """)
    void refusesWhatIsWrongWithWhatWouldBeRight(String kind, String settings, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultKind.named(kind).read(json(settings)))
                .withMessageStartingWith(message);
    }

    @Test
    void namesAllKindsToWhoAsksForAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultKind.named("meltdown"))
                .withMessageStartingWith("There is no fault meltdown, but answer_lost, ")
                .withMessageContaining("zombie_worker");
    }
}
