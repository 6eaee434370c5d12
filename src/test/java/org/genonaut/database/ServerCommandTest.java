package org.genonaut.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class ServerCommandTest {

    @ParameterizedTest
    @CsvSource({"512MB, 256MB", "2GB, 512MB", "6GB, 1536MB", "64GB, 2GB"})
    void takesAQuarterOfTheMemoryWithinLimits(DataSize memory, DataSize bufferPool) {
        assertThat(ServerCommand.aQuarterOf(memory)).isEqualTo(bufferPool);
    }
}
