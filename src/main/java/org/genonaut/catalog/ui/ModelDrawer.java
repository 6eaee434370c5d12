package org.genonaut.catalog.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelId;
import org.genonaut.ui.GnIcon;
import org.genonaut.ui.IconButton;
import org.jspecify.annotations.Nullable;

/** One model: what is said of it, and where it is. */
class ModelDrawer extends Section {

    private final ModelCatalog catalog;
    private final Fleet fleet;
    private final ModelActions actions;

    private final H2 title = new H2();
    private final Div file = new Div();
    private final ModelForm form = new ModelForm(this::formChanged);
    private final PresenceFacts presence = new PresenceFacts();
    private final Span note = new Span();
    private final Button discard = new Button(getTranslation("models.discard"), click -> discard());
    private final Button save = new Button(getTranslation("models.save"), click -> save());
    private @Nullable AvailableModel model;

    ModelDrawer(ModelCatalog catalog, Fleet fleet, ModelActions actions) {
        this.catalog = catalog;
        this.fleet = fleet;
        this.actions = actions;
        addClassName("gn-drawer");
        var body = new Div(form, presence);
        body.addClassName("gn-drawer-body");
        add(head(), body, foot());
        Shortcuts.addShortcutListener(this, this::save, Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this)
                .resetFocusOnActiveElement();
    }

    private Div head() {
        title.addClassName("gn-clip");
        file.addClassNames("gn-tiny", "gn-muted", "gn-mono");
        var words = new Div(title, file);
        words.addClassName("gn-grow");
        var close = new IconButton(GnIcon.CLOSE, getTranslation("models.close"));
        close.addClickListener(click -> actions.close());
        var head = new Div(words, close);
        head.addClassName("gn-drawer-head");
        return head;
    }

    private Div foot() {
        note.addClassNames("gn-small", "gn-muted");
        note.getElement().setAttribute("role", "status");
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var foot = new Div(note, discard, save);
        foot.addClassName("gn-drawer-foot");
        return foot;
    }

    /** Shows a model, or the same anew; what is typed for the same and not saved stays. */
    void show(AvailableModel shown) {
        var isSame = model != null && model.id().equals(shown.id());
        model = shown;
        title.setText(shown.title());
        title.setTitle(shown.title());
        file.setText(shown.filePath());
        setAriaLabel(shown.title());
        presence.show(shown, fleet.backends());
        if (!isSame || !form.hasChanges()) {
            form.show(shown);
            formChanged();
        }
    }

    private void formChanged() {
        var changed = form.hasChanges();
        discard.setEnabled(changed);
        save.setEnabled(changed);
        note.setText(getTranslation(changed ? "models.unsaved" : "models.unchanged"));
        actions.unsaved(changed);
    }

    boolean hasChanges() {
        return form.hasChanges();
    }

    /** @return whether what was typed is saved now; else the fields say what is wrong */
    boolean save() {
        var shown = model;
        var edit = form.edit();
        if (shown == null || edit.isEmpty()) {
            return false;
        }
        catalog.edit(shown.id(), edit.get());
        reload(shown.id());
        note.setText(getTranslation("models.saved"));
        actions.saved();
        return true;
    }

    void discard() {
        if (model != null) {
            reload(model.id());
        }
    }

    private void reload(ModelId id) {
        model = null;
        catalog.find(id).ifPresent(this::show);
    }

    void focusTitle() {
        form.focusTitle();
    }
}
