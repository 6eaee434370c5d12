package org.genonaut.catalog.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The catalog for programs. */
@RestController
class ModelController {

    private static final int MAX_PAGE = 500;

    /** What is listed when nobody says which: other types came later, and older programs do not expect them. */
    private static final List<ModelType> LISTED = List.of(ModelType.CHECKPOINT, ModelType.LORA);

    private final ModelCatalog catalog;

    ModelController(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @param type only such models; checkpoints and LoRAs when absent
     * @param offset how many to pass over
     */
    @GetMapping("/api/generation/models")
    Page models(
            @RequestParam(required = false) @Nullable ModelType type,
            @RequestParam(defaultValue = "200") @Min(1) @Max(MAX_PAGE) int limit,
            @RequestParam(defaultValue = "0") @Min(0) int offset) {
        var types = type == null ? LISTED : List.of(type);
        var models = types.stream().flatMap(kind -> catalog.all(kind).stream()).toList();
        var items = models.stream().skip(offset).limit(limit).map(ModelBody::of).toList();
        var next = models.size() - limit > offset ? path(type, limit, offset + limit) : null;
        return new Page(items, next);
    }

    private static String path(@Nullable ModelType type, int limit, int offset) {
        return "/api/generation/models?limit=" + limit + "&offset=" + offset
                + (type == null ? "" : "&type=" + type.word());
    }

    /** @param next path of the next page; null on the last */
    record Page(List<ModelBody> items, @Nullable String next) {}

    /** A model as the API answers it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ModelBody(
            String id,
            String name,
            String type,
            String family,
            String title,
            String description,
            String filePath,
            boolean isActive,
            boolean isMissing,
            @Nullable Double defaultStrength,
            List<String> triggerWords) {

        static ModelBody of(AvailableModel model) {
            return new ModelBody(
                    model.id().toString(),
                    model.name(),
                    model.type().word(),
                    model.family().word(),
                    model.title(),
                    model.description(),
                    model.filePath(),
                    model.isActive(),
                    model.isMissing(),
                    model.type() == ModelType.LORA ? model.strength() : null,
                    model.triggerWords());
        }
    }
}
