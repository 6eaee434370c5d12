package org.genonaut.generation.ui;

import com.vaadin.flow.component.UI;
import java.util.regex.Pattern;
import org.genonaut.generation.draft.Violation;

/** Says what is wrong so that it can be read away from its field: sentences that speak of "here" get its name. */
final class FieldNames {

    private static final Pattern NAMELESS = Pattern.compile("range|choice|side\\.step|refused\\..*");

    /** The API's {@code sampler_params.steps} and {@code lora_models[1].name} are {@code steps} and {@code lora_models}. */
    private static final Pattern PATH = Pattern.compile("^sampler_params\\.|\\[\\d+].*$");

    private FieldNames() {}

    /** In the language of the present viewer. */
    static String sentence(Violation violation) {
        var viewer = UI.getCurrent();
        var message = violation.message(viewer.getLocale());
        if (!NAMELESS.matcher(violation.key()).matches()) {
            return message;
        }
        var field = PATH.matcher(violation.field()).replaceAll("");
        return viewer.getTranslation("generate.field." + field) + ": " + message;
    }
}
