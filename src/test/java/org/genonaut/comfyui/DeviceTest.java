package org.genonaut.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource({
        "cuda:0 NVIDIA GeForce RTX 4090 : cudaMallocAsync, NVIDIA GeForce RTX 4090",
        "cuda:12 AMD Radeon RX 7900 XTX : native, AMD Radeon RX 7900 XTX",
        "mps, mps",
        "cpu, cpu"
    })
    void isNamedAsItIsSold(String told, String card) {
        assertThat(new SystemStats.Device(told, "cuda", 24, 20).card()).isEqualTo(card);
    }
}
