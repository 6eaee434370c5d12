package org.genonaut.generation.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import java.util.UUID;
import org.genonaut.generation.GeneratedImage;
import org.genonaut.generation.Generation;
import org.genonaut.generation.GenerationId;

/**
 * What the address asks to bring into the form: {@code ?again=<generation>}, with {@code &image=<number>} the seed of
 * that image, with {@code &vary=1} new seeds.
 */
final class AskedAgain {

    private AskedAgain() {}

    static Optional<FormValues> from(QueryParameters query, MyGenerations generations) {
        return query.getSingleParameter("again")
                .flatMap(AskedAgain::id)
                .flatMap(generations::find)
                .map(generation -> values(generation, query));
    }

    private static FormValues values(Generation generation, QueryParameters query) {
        var values = FormValues.of(generation.parameters());
        if (query.getSingleParameter("vary").isPresent()) {
            return values.varied();
        }
        return query.getSingleParameter("image")
                .flatMap(number -> image(generation, number))
                .map(image -> values.withSeed(image.seed()))
                .orElse(values);
    }

    private static Optional<GeneratedImage> image(Generation generation, String number) {
        return generation.images().stream()
                .filter(image -> String.valueOf(image.number()).equals(number))
                .findFirst();
    }

    /** An address that was cut off is taken for one that asks nothing. */
    private static Optional<GenerationId> id(String text) {
        try {
            return Optional.of(new GenerationId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
