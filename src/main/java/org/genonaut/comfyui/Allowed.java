package org.genonaut.comfyui;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a server would have taken for an input that it refused. */
public sealed interface Allowed {

    /** It does not say. */
    record Unsaid() implements Allowed {}

    /** A number between two bounds, both included, of which one may be open. */
    record Range(Optional<BigDecimal> min, Optional<BigDecimal> max) implements Allowed {}

    /**
     * One of some values.
     *
     * @param values the first of them, at most 20, as the server spells them; none if it only counts them
     * @param count how many there are
     */
    record Choices(List<String> values, int count) implements Allowed {

        public Choices {
            values = List.copyOf(values);
        }
    }
}
