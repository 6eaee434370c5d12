package org.genonaut.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.UUID;
import org.genonaut.catalog.ModelId;
import org.genonaut.catalog.ModelType;
import org.junit.jupiter.api.Test;

class ModelsAddressTest {

    private static final ModelId MODEL = new ModelId(UUID.fromString("0199b3d2-0000-7000-8000-000000000001"));

    @Test
    void isReadAsItWasWritten() {
        var address = new ModelsAddress(ModelType.LORA, "ink & wash", MODEL);

        assertThat(ModelsAddress.of(QueryParameters.fromString(address.query().getQueryString())))
                .isEqualTo(address);
    }

    @Test
    void beginsWithAllCheckpoints() {
        assertThat(ModelsAddress.of(QueryParameters.empty())).isEqualTo(ModelsAddress.FIRST);
    }

    @Test
    void passesOverWhatMakesNoSense() {
        assertThat(ModelsAddress.of(QueryParameters.fromString("type=cheese&model=old")))
                .isEqualTo(ModelsAddress.FIRST);
    }

    @Test
    void closesTheDrawerWithTheList() {
        var address = new ModelsAddress(ModelType.LORA, "ink", MODEL);

        assertThat(address.withType(ModelType.CHECKPOINT))
                .isEqualTo(new ModelsAddress(ModelType.CHECKPOINT, "ink", null));
    }
}
