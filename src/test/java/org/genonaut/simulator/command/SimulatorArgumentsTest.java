package org.genonaut.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.genonaut.simulator.SimulatorOptions;
import org.genonaut.simulator.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorArgumentsTest {
    private static SimulatorOptions parse(String line) {
        return SimulatorArguments.parse(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }

    @Test
    void listensWhereComfyUiDoesUnlessToldOtherwise() {
        assertThat(parse("")).isEqualTo(SimulatorOptions.defaults().withPort(8188));
    }

    @Test
    void readsAllItsOptions() {
        var options = parse("--port 9001 --control-port=9002 --dialect newer --speed 0.5 --models 100 --name Cirrus"
                + " --previews off --time manual");
        assertThat(options.port()).isEqualTo(9001);
        assertThat(options.controlPort()).hasValue(9002);
        assertThat(options.dialect()).isEqualTo(Dialect.NEWER);
        assertThat(options.speed()).isEqualTo(0.5);
        assertThat(options.models())
                .hasSize(SimulatorOptions.defaults().models().size() + 100);
        assertThat(options.name()).isEqualTo("Cirrus");
        assertThat(options.previews()).isFalse();
        assertThat(options.manualTime()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    --prot 1;          There is no --prot, but --port, --control-port
                    --port;            --port wants a value
                    --port many;       --port wants a whole number from 0 to 65535, not many
                    --port 70000;      --port wants a whole number from 0 to 65535, not 70000
                    --speed 0;         --speed wants a factor above 0, such as 4 or 0.5, not 0
                    --speed -1;        --speed wants a factor above 0
                    --speed NaN;       --speed wants a factor above 0
                    --dialect newest;  --dialect wants newer or 0.3.64, not newest
                    --previews yes;    --previews wants on or off, not yes
                    --models -5;       --models wants a whole number
                    --time fast;       --time wants manual or scaled
                    --name=;           --name wants a name
                    8188;              There is no 8188
                    """)
    void refusesWhatIsWrongWithWhatWouldBeRight(String line, String message) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(WrongOption.class).hasMessageStartingWith(message);
    }

    @Test
    void explainsEveryOption() {
        assertThat(SimulatorArguments.USAGE)
                .contains(
                        "--port",
                        "--control-port",
                        "--dialect",
                        "--speed",
                        "--time",
                        "--models",
                        "--name",
                        "--previews");
    }
}
