package org.genonaut.generation.forecast;

import java.util.List;
import java.util.UUID;
import org.genonaut.backend.Backend;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelId;

/** Says which files keep a job from every backend. */
final class MissingFiles {

    private static final int NEAREST = 2;

    private MissingFiles() {}

    /** @param fleet those that are in use */
    static Why why(List<UUID> files, ModelCatalog catalog, List<Backend> fleet) {
        return why(
                files.stream()
                        .flatMap(file -> catalog.find(new ModelId(file)).stream())
                        .toList(),
                fleet);
    }

    static Why why(List<AvailableModel> models, List<Backend> fleet) {
        var nowhere = models.stream()
                .filter(model -> fleet.stream().noneMatch(backend -> has(backend, model)))
                .map(AvailableModel::name)
                .sorted()
                .toList();
        var lacking = fleet.stream()
                .map(backend -> new Why.Lacking(
                        backend.name(),
                        models.stream()
                                .filter(model -> !has(backend, model))
                                .map(AvailableModel::name)
                                .sorted()
                                .toList()))
                .toList();
        int fewest = lacking.stream().mapToInt(one -> one.files().size()).min().orElse(0);
        return new Why.FileMissing(
                nowhere,
                lacking.stream()
                        .filter(one -> one.files().size() == fewest)
                        .limit(NEAREST)
                        .toList());
    }

    private static boolean has(Backend backend, AvailableModel model) {
        return model.presence().containsKey(backend.id());
    }
}
