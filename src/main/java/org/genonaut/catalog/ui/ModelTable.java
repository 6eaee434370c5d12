package org.genonaut.catalog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumMap;
import java.util.Map;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelSearch;
import org.genonaut.catalog.ModelType;
import org.genonaut.ui.EmptyState;
import org.genonaut.ui.Formats;
import org.genonaut.ui.GnIcon;

/** The list of all models of a type, with what finds one in it. */
class ModelTable extends Section {

    private static final int PAUSE_MILLIS = 150;

    private final ModelCatalog catalog;
    private final Fleet fleet;
    private final ModelActions actions;

    private final TextField search = new TextField();
    private final Tabs types = new Tabs();
    private final Map<ModelType, Tab> tabs = new EnumMap<>(ModelType.class);
    private final Map<ModelType, Span> counts = new EnumMap<>(ModelType.class);
    private final ModelGrid grid;
    private final Span shown = new Span();
    private ModelType shownType = ModelsAddress.FIRST.type();

    ModelTable(ModelCatalog catalog, Fleet fleet, ModelActions actions) {
        this.catalog = catalog;
        this.fleet = fleet;
        this.actions = actions;
        grid = new ModelGrid(actions);
        addClassName("gn-table");
        add(tools(), grid, foot());
    }

    private Div tools() {
        search.setPlaceholder(getTranslation("models.search"));
        search.setAriaLabel(getTranslation("models.search.name"));
        search.setPrefixComponent(GnIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.addThemeVariants(TextFieldVariant.SMALL);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_MILLIS);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                actions.search(change.getValue());
            }
        });
        for (var type : ModelType.values()) {
            types.add(tab(type));
        }
        types.getElement().setAttribute("aria-label", getTranslation("models.types"));
        types.addSelectedChangeListener(change -> tabs.forEach((type, tab) -> {
            if (tab.equals(change.getSelectedTab()) && type != shownType) {
                actions.showType(type);
            }
        }));
        var tools = new Div(search, types);
        tools.addClassName("gn-table-tools");
        return tools;
    }

    private Tab tab(ModelType type) {
        var count = new Span();
        count.addClassName("gn-muted");
        var tab = new Tab(new Span(getTranslation("models.type." + type.word())), count);
        counts.put(type, count);
        tabs.put(type, tab);
        return tab;
    }

    private Div foot() {
        shown.getElement().setAttribute("aria-live", "polite");
        var hints = new Div(hint("move", "↑", "↓"), hint("details", "Enter"), hint("close", "Esc"));
        hints.addClassNames("gn-hints", "gn-push");
        var foot = new Div(shown, hints);
        foot.addClassName("gn-table-foot");
        return foot;
    }

    private Span hint(String what, String... keys) {
        var hint = new Span();
        hint.addClassName("gn-keys");
        for (var key : keys) {
            var cap = new Span(key);
            cap.addClassName("gn-kbd");
            hint.add(cap);
        }
        hint.add(getTranslation("models.hint." + what));
        return hint;
    }

    void show(ModelsAddress address) {
        shownType = address.type();
        search.setValue(address.search());
        types.setSelectedTab(tabs.get(address.type()));
        counts.forEach((type, count) ->
                count.setText(Formats.current().number(catalog.all(type).size())));
        var all = catalog.all(address.type());
        var found = ModelSearch.in(all, address.search());
        grid.setEmptyStateComponent(all.isEmpty() ? nothingYet(address.type()) : nothingFound());
        grid.show(found, BackendMark.of(fleet.backends()), address.model());
        shown.setText(getTranslation("models.shown", found.size(), all.size()));
    }

    /** Marks what the address names, after somebody wanted to go elsewhere and did not. */
    void stay(ModelsAddress address) {
        types.setSelectedTab(tabs.get(address.type()));
        grid.mark(address.model());
    }

    void focusRow() {
        grid.focusRow();
    }

    private EmptyState nothingYet(ModelType type) {
        return new EmptyState(
                GnIcon.FOLDER,
                getTranslation("models.none." + type.word()),
                getTranslation("models.none.sentence", type.folder()));
    }

    private EmptyState nothingFound() {
        var clear = new Button(getTranslation("models.not-found.action"), click -> actions.search(""));
        return new EmptyState(
                        GnIcon.SEARCH,
                        getTranslation("models.not-found.title"),
                        getTranslation("models.not-found.sentence"))
                .withActions(clear);
    }
}
