package org.genonaut.catalog;

import java.util.Optional;
import java.util.UUID;
import org.genonaut.backend.LoadedModels;
import org.springframework.stereotype.Component;

/** Tells the fleet how the catalog calls a model. */
@Component
record LoadedModelTitles(ModelCatalog catalog) implements LoadedModels {

    @Override
    public Optional<String> title(UUID model) {
        return catalog.find(new ModelId(model)).map(AvailableModel::title);
    }
}
