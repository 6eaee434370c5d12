package org.genonaut.backend.ui;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.ArrayList;
import java.util.List;
import org.genonaut.backend.BackendAtWork;
import org.genonaut.backend.BackendSettings;
import org.genonaut.backend.BackendState;
import org.genonaut.comfyui.Capabilities;
import org.genonaut.comfyui.SystemStats;
import org.genonaut.ui.Formats;
import org.genonaut.ui.GnIcon;

/** One backend: how it is, what it is, what it does, and what can be done with it. */
class BackendCard extends ListItem {

    private final H2 name = new H2();
    private final Badge state = new Badge();
    private final Span since = new Span();
    private final Div address = new Div();
    private final Paragraph why = new Paragraph();
    private final Div what = new Div();
    private final ProgressBar memory = new ProgressBar();
    private final Span memoryWords = new Span();
    private final Div work = new Div();
    private final Paragraph previews = new Paragraph();
    private final Button drain = button("backends.drain", GnIcon.PAUSE);
    private final Button enable = button("backends.enable", GnIcon.PLAY);
    private final TestButton test;
    private BackendAtWork shown;

    BackendCard(BackendAtWork first, BackendSettings settings, BackendActions actions) {
        shown = first;
        var edit = button("backends.edit", GnIcon.EDIT);
        var remove = button("backends.remove", GnIcon.TRASH);
        var outcome = new TrialNote();
        test = new TestButton(
                () -> settings.find(shown.backend().id()).map(settings::test), outcome::testing, outcome::show);
        edit.addClickListener(click -> actions.edit(shown.backend()));
        drain.addClickListener(click -> actions.drain(shown.backend()));
        enable.addClickListener(click -> actions.enable(shown.backend()));
        remove.addClickListener(click -> actions.remove(shown.backend()));
        addClassName("gn-backend");
        var acts = new Div(drain, enable, test, edit, remove);
        acts.addClassName("gn-backend-acts");
        add(head(), facts(), acts, outcome);
    }

    private Button button(String key, GnIcon icon) {
        var button = new Button(getTranslation(key), icon.createSmall());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    private Div head() {
        since.addClassNames("gn-small", "gn-muted");
        address.addClassNames("gn-tiny", "gn-muted", "gn-mono");
        why.addClassName("gn-small");
        previews.addClassNames("gn-small", "gn-muted");
        previews.setText(getTranslation("backends.no-previews"));
        var title = new Div(name, state, since);
        title.addClassName("gn-row");
        var head = new Div(title, address, why, previews);
        head.addClassName("gn-backend-head");
        return head;
    }

    private Div facts() {
        what.addClassNames("gn-small", "gn-muted", "gn-dots");
        work.addClassNames("gn-small", "gn-dots");
        memory.addClassName("gn-backend-memory");
        memoryWords.addClassNames("gn-tiny", "gn-muted");
        var bar = new Div(memory, memoryWords);
        bar.addClassName("gn-row");
        var facts = new Div(what, work, bar);
        facts.addClassName("gn-backend-facts");
        return facts;
    }

    void show(BackendAtWork row) {
        shown = row;
        var backend = row.backend();
        var words = StateWords.of(row);
        name.setText(backend.name());
        address.setText(backend.url().toString());
        state.setText(getTranslation(words.badge()));
        state.getElement().setAttribute("theme", words.theme());
        since.setText(getTranslation(
                "backends.since", Formats.current().since(backend.state().since())));
        since.setVisible(!(backend.state() instanceof BackendState.Unknown));
        why.setVisible(!words.sentence().isEmpty());
        if (!words.sentence().isEmpty()) {
            why.setText(getTranslation(words.sentence(), words.arguments().toArray()));
        }
        showActions(backend.state());
        showFacts(row);
    }

    private void showActions(BackendState now) {
        var takes = now instanceof BackendState.Look;
        drain.setVisible(takes || now instanceof BackendState.Stuck);
        enable.setVisible(!takes);
        name.getElement().setAttribute("id", "backend-" + shown.backend().id());
        getElement()
                .setAttribute("aria-labelledby", "backend-" + shown.backend().id());
        for (var button : new Button[] {drain, enable, test}) {
            button.getElement().setAttribute("aria-description", shown.backend().name());
        }
    }

    private void showFacts(BackendAtWork row) {
        var backend = row.backend();
        var facts = new ArrayList<String>();
        backend.device()
                .map(SystemStats.Device::card)
                .filter(text -> !text.isBlank())
                .ifPresent(facts::add);
        backend.capabilities().map(known -> "ComfyUI\u00a0" + known.version()).ifPresent(facts::add);
        say(what, facts.isEmpty() ? List.of(getTranslation("backends.nothing-known")) : facts);
        var model = row.model();
        var jobs = getTranslation("backends.jobs", row.jobs());
        say(work, model == null ? List.of(jobs) : List.of(jobs, getTranslation("backends.loaded", model)));
        previews.setVisible(backend.capabilities()
                .filter(known -> known.previews() == Capabilities.Previews.NEVER)
                .isPresent());
        var device = backend.device().filter(found -> found.vramTotal() > 0 && backend.answers());
        memory.getParent().orElseThrow().setVisible(device.isPresent());
        device.ifPresent(this::showMemory);
    }

    private static void say(Div line, List<String> facts) {
        line.removeAll();
        facts.forEach(fact -> line.add(new Span(fact)));
    }

    private void showMemory(SystemStats.Device device) {
        var used = Math.clamp(1 - (double) device.vramFree() / device.vramTotal(), 0, 1);
        memory.setValue(used);
        memory.getElement().setAttribute("aria-label", getTranslation("backends.memory"));
        memoryWords.setText(getTranslation(
                "backends.memory.used",
                Formats.current().percent(used),
                Formats.current().memory(device.vramTotal())));
    }
}
