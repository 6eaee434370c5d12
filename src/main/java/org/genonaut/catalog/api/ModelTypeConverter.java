package org.genonaut.catalog.api;

import java.util.Arrays;
import org.genonaut.catalog.ModelType;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a model type as the API writes it. */
@Component
class ModelTypeConverter implements Converter<String, ModelType> {

    @Override
    public ModelType convert(String word) {
        return Arrays.stream(ModelType.values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A model type is checkpoint, lora or vae"));
    }
}
