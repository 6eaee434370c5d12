package org.genonaut.generation.ui;

import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stands where a model's picture would be: the first letters of its title. */
class ModelMark extends Span {

    private static final int LETTERS = 2;

    ModelMark(String title) {
        super(letters(title));
        addClassNames("gn-thumb", "gn-mark");
        getElement().setAttribute("aria-hidden", "true");
    }

    private static String letters(String title) {
        return Stream.of(title.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .limit(LETTERS)
                .map(word -> Character.toString(word.codePointAt(0)))
                .collect(Collectors.joining());
    }
}
