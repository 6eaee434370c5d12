package org.genonaut.catalog;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The whole catalog at one moment, by key. */
record CatalogSnapshot(List<AvailableModel> models, Map<Key, AvailableModel> byKey) {

    record Key(ModelType type, String name) {}

    static CatalogSnapshot of(List<AvailableModel> models) {
        return new CatalogSnapshot(
                List.copyOf(models),
                models.stream()
                        .collect(toUnmodifiableMap(model -> new Key(model.type(), model.name()), Function.identity())));
    }

    Optional<AvailableModel> find(ModelType type, String name) {
        return Optional.ofNullable(byKey.get(new Key(type, ModelNames.ofBackend(name))));
    }
}
