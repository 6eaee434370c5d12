package org.genonaut.catalog.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendState;
import org.genonaut.catalog.AvailableModel;

/** Says backend by backend whether it has a model, and under which name when it calls it differently. */
class PresenceFacts extends Section {

    private final DescriptionList facts = new DescriptionList();

    PresenceFacts() {
        facts.addClassName("gn-facts");
        add(new H3(getTranslation("models.presence")), facts);
    }

    void show(AvailableModel model, List<Backend> backends) {
        facts.removeAll();
        backends.forEach(backend -> fact(model, backend).ifPresent(fact -> facts.add(new Term(backend.name()), fact)));
    }

    private Optional<Description> fact(AvailableModel model, Backend backend) {
        var name = Optional.ofNullable(model.presence().get(backend.id()));
        return backend.look().map(look -> switch (look) {
            case BackendState.Up up ->
                name.map(there -> present(model, there)).orElseGet(() -> absent("gn-off", "absent"));
            case BackendState.Unknown unknown ->
                absent("gn-off", name.isPresent() ? "asking-present" : "asking-absent");
            case BackendState.Away away -> absent("gn-bad", name.isPresent() ? "away-present" : "away-absent");
        });
    }

    private Description present(AvailableModel model, String there) {
        return described(
                "gn-good",
                there.equals(model.name())
                        ? getTranslation("models.presence.present")
                        : getTranslation("models.presence.present-as", there));
    }

    private Description absent(String dot, String words) {
        return described(dot, getTranslation("models.presence." + words));
    }

    private static Description described(String dot, String words) {
        var state = new Span();
        state.addClassNames("gn-dot", dot);
        var fact = new Description(state, new Span(words));
        fact.addClassName("gn-row");
        return fact;
    }
}
