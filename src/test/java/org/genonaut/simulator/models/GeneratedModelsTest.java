package org.genonaut.simulator.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GeneratedModelsTest {
    @Test
    void makesAsManyAsAskedForWithNamesOfTheirOwn() {
        var models = GeneratedModels.of(5000);
        assertThat(models).hasSize(5000);
        assertThat(models).extracting(ModelFile::name).doesNotHaveDuplicates();
        assertThat(models.stream().filter(file -> file.folder().equals("checkpoints")))
                .hasSize(1000);
        assertThat(models).extracting(ModelFile::family).contains(Family.SD15, Family.SDXL, Family.FLUX);
        assertThat(GeneratedModels.of(10)).isEqualTo(models.subList(0, 10));
    }

    @Test
    void tellsInTheirMetadataWhatTheyAre() {
        var lora = GeneratedModels.of(3).get(2);
        assertThat(lora.folder()).isEqualTo("loras");
        assertThat(lora.metadata()).containsEntry("ss_base_model_version", "sdxl_base_v1-0");
        var tags = new JsonMapper().readTree(lora.metadata().get("ss_tag_frequency"));
        assertThat(tags.isObject()).isTrue();
        assertThat(tags.valueStream()
                        .findFirst()
                        .orElseThrow()
                        .has(lora.metadata().get("modelspec.trigger_phrase")))
                .isTrue();
    }

    @Test
    void doesNotCollideWithTheOthers() {
        var demo = DemoModels.all().stream().map(ModelFile::name).toList();
        assertThat(GeneratedModels.of(5000)).extracting(ModelFile::name).doesNotContainAnyElementsOf(demo);
        assertThatIllegalArgumentException().isThrownBy(() -> GeneratedModels.of(-1));
    }
}
