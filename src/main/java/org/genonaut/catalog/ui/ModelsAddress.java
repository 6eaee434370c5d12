package org.genonaut.catalog.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.genonaut.catalog.ModelId;
import org.genonaut.catalog.ModelType;
import org.jspecify.annotations.Nullable;

/**
 * What the page of models shows, as its address says it: {@code ?type=lora&model=…&q=…}.
 *
 * @param search what is typed to find models
 * @param model whose drawer is open
 */
record ModelsAddress(
        ModelType type, String search, @Nullable ModelId model) {

    private static final String TYPE = "type";
    private static final String SEARCH = "q";
    private static final String MODEL = "model";

    static final ModelsAddress FIRST = new ModelsAddress(ModelType.CHECKPOINT, "", null);

    /** What makes no sense in an address is passed over. */
    static ModelsAddress of(QueryParameters query) {
        return new ModelsAddress(
                query.getSingleParameter(TYPE).flatMap(ModelsAddress::type).orElse(ModelType.CHECKPOINT),
                query.getSingleParameter(SEARCH).orElse(""),
                query.getSingleParameter(MODEL).flatMap(ModelsAddress::model).orElse(null));
    }

    private static Optional<ModelType> type(String word) {
        return Arrays.stream(ModelType.values())
                .filter(type -> type.word().equals(word))
                .findFirst();
    }

    private static Optional<ModelId> model(String text) {
        try {
            return Optional.of(new ModelId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    QueryParameters query() {
        var query = QueryParameters.of(TYPE, type.word());
        if (!search.isEmpty()) {
            query = query.merging(SEARCH, search);
        }
        return model == null ? query : query.merging(MODEL, model.toString());
    }

    /** The list of that type with no drawer open. */
    ModelsAddress withType(ModelType shown) {
        return new ModelsAddress(shown, search, null);
    }

    ModelsAddress withSearch(String typed) {
        return new ModelsAddress(type, typed, model);
    }

    ModelsAddress withModel(ModelId opened) {
        return new ModelsAddress(type, search, opened);
    }

    ModelsAddress withoutModel() {
        return new ModelsAddress(type, search, null);
    }
}
