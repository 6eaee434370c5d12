package org.genonaut.generation.ui;

import java.util.Optional;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.catalog.ModelType;
import org.genonaut.generation.Generation;

/** What a form begins with that nobody has touched: the checkpoint that was used last, or one that suits most. */
final class FirstValues {

    private FirstValues() {}

    static FormValues of(ModelCatalog catalog, MyGenerations generations) {
        return FormValues.untouched(
                checkpoint(catalog, generations).map(AvailableModel::name).orElse(null));
    }

    private static Optional<AvailableModel> checkpoint(ModelCatalog catalog, MyGenerations generations) {
        var usable = catalog.usable(ModelType.CHECKPOINT);
        return lastUsed(catalog, generations)
                .or(() -> usable.stream()
                        .filter(model -> model.family() == ModelFamily.SDXL)
                        .findFirst())
                .or(() -> usable.stream().findFirst());
    }

    private static Optional<AvailableModel> lastUsed(ModelCatalog catalog, MyGenerations generations) {
        return generations.list(null, 1).items().stream()
                .findFirst()
                .map(Generation::parameters)
                .flatMap(parameters -> catalog.find(ModelType.CHECKPOINT, parameters.checkpointModel()))
                .filter(AvailableModel::isUsable);
    }
}
