package org.genonaut.backend.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genonaut.comfyui.Timeouts;

/** How long we wait for a backend; folded, because the defaults suit nearly all. */
class TimeoutFields extends Details {

    private static final int LONGEST = 86_400;

    private final IntegerField connect = field("connect");
    private final IntegerField request = field("request");
    private final IntegerField standstill = field("standstill");

    TimeoutFields() {
        addClassName("gn-settings");
        addThemeName("no-padding");
        setSummaryText(getTranslation("backends.field.timeouts"));
        var row = new Div(connect, request, standstill);
        row.addClassName("gn-field-row");
        add(row);
    }

    private IntegerField field(String what) {
        var field = new IntegerField(getTranslation("backends.field.timeout." + what));
        field.setErrorMessage(getTranslation("backends.wrong.timeout", LONGEST));
        field.setManualValidation(true);
        return field;
    }

    void show(Timeouts timeouts) {
        connect.setValue((int) timeouts.connect().toSeconds());
        request.setValue((int) timeouts.request().toSeconds());
        standstill.setValue((int) timeouts.standstill().toSeconds());
        Stream.of(connect, request, standstill).forEach(field -> field.setInvalid(false));
    }

    /** As it stands in the fields. */
    List<Object> typed() {
        return Stream.of(connect, request, standstill)
                .<Object>map(field -> Optional.ofNullable(field.getValue()))
                .toList();
    }

    Optional<Timeouts> read() {
        var wrong = Stream.of(connect, request, standstill)
                .filter(field -> !isRight(field))
                .toList();
        Stream.of(connect, request, standstill).forEach(field -> field.setInvalid(wrong.contains(field)));
        if (!wrong.isEmpty()) {
            setOpened(true);
            return Optional.empty();
        }
        return Optional.of(new Timeouts(seconds(connect), seconds(request), seconds(standstill)));
    }

    private static boolean isRight(IntegerField field) {
        return field.getValue() != null && field.getValue() >= 1 && field.getValue() <= LONGEST;
    }

    private static Duration seconds(IntegerField field) {
        return Duration.ofSeconds(field.getValue());
    }
}
