package org.genonaut.catalog.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelId;
import org.genonaut.ui.FamilyBadge;
import org.jspecify.annotations.Nullable;

/** The models as rows of one height; a click or the Enter key opens one. */
class ModelGrid extends Grid<AvailableModel> {

    /** Below this the name has the row for itself and the state. */
    private static final int WIDE = 600;

    private static final int MARK_WIDTH = 26;

    private static final String NAME = """
            <div class="gn-name-cell"><div class="gn-col">
              <span class="gn-strong gn-clip">${item.title}</span>
              <span class="gn-tiny gn-muted gn-mono gn-clip">${item.file}</span>
            </div></div>""";

    private static final String ABSENT = "–";

    private static final String PRESENCE = """
            <div class="gn-presence">${item.marks.map((mark, place) => html`
              <span class="${mark === '–' ? 'gn-absent' : 'gn-present'}" role="img" title="${item.words[place]}"
                    aria-label="${item.words[place]}">${mark}</span>`)}</div>""";

    private final ModelActions actions;
    private final Column<AvailableModel> family;
    private final Column<AvailableModel> presence;
    private List<BackendMark> backends = List.of();

    ModelGrid(ModelActions actions) {
        this.actions = actions;
        addThemeVariants(GridVariant.NO_BORDER);
        addColumn(LitRenderer.<AvailableModel>of(NAME)
                        .withProperty("title", AvailableModel::title)
                        .withProperty("file", AvailableModel::name))
                .setHeader(getTranslation("models.column.model"))
                .setComparator(Comparator.comparing(AvailableModel::title, String.CASE_INSENSITIVE_ORDER))
                .setFlexGrow(3)
                .setWidth("200px");
        family = addColumn(new ComponentRenderer<>(
                        model -> new FamilyBadge(model.family().label())))
                .setHeader(getTranslation("models.column.family"))
                .setComparator(Comparator.comparing(AvailableModel::family))
                .setFlexGrow(1)
                .setWidth("112px");
        presence = addColumn(LitRenderer.<AvailableModel>of(PRESENCE)
                        .withProperty("marks", this::marks)
                        .withProperty("words", this::words))
                .setHeader(getTranslation("models.column.presence"))
                .setFlexGrow(1);
        addColumn(new ComponentRenderer<>(this::state))
                .setHeader(getTranslation("models.column.state"))
                .setComparator(Comparator.comparing(ModelState::of))
                .setFlexGrow(1)
                .setWidth("108px");
        listen();
    }

    private void listen() {
        ((GridSingleSelectionModel<AvailableModel>) setSelectionMode(SelectionMode.SINGLE)).setDeselectAllowed(false);
        asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                actions.open(change.getValue().id());
            }
        });
        getElement()
                .addEventListener(
                        "keydown",
                        key -> focused(key.getEventData()
                                        .get("element.getEventContext(event).item?.key ?? ''")
                                        .asString())
                                .ifPresent(model -> actions.edit(model.id())))
                .setFilter("event.key === 'Enter'")
                .addEventData("element.getEventContext(event).item?.key ?? ''");
        getElement().addEventListener("keydown", key -> actions.close()).setFilter("event.key === 'Escape'");
    }

    private Optional<AvailableModel> focused(String rowKey) {
        return Optional.ofNullable(getDataCommunicator().getKeyMapper().get(rowKey));
    }

    /**
     * Shows other models, or the same anew.
     *
     * @param marked the one that is open
     */
    void show(List<AvailableModel> models, List<BackendMark> marks, @Nullable ModelId marked) {
        backends = marks;
        presence.setWidth(Math.max(116, 20 + marks.size() * MARK_WIDTH) + "px");
        setItems(models).setIdentifierProvider(AvailableModel::id);
        mark(marked);
    }

    /** Marks the model that is open and brings it into view when it was not marked before. */
    void mark(@Nullable ModelId marked) {
        var before = asSingleSelect().getOptionalValue().map(AvailableModel::id);
        var model = getListDataView()
                .getItems()
                .filter(item -> item.id().equals(marked))
                .findFirst();
        model.ifPresentOrElse(this::select, this::deselectAll);
        model.filter(item -> !before.equals(Optional.of(item.id()))).ifPresent(this::scrollToItem);
    }

    /** Puts the focus on the row that had it last; the grid's own method for that does nothing in the browser. */
    void focusRow() {
        getElement().executeJs("this._itemsFocusable?.focus()");
    }

    private List<String> marks(AvailableModel model) {
        return backends.stream()
                .map(mark -> isOn(mark, model) ? mark.letters() : ABSENT)
                .toList();
    }

    private List<String> words(AvailableModel model) {
        return backends.stream()
                .map(mark ->
                        getTranslation(isOn(mark, model) ? "models.mark.present" : "models.mark.absent", mark.name()))
                .toList();
    }

    private static boolean isOn(BackendMark mark, AvailableModel model) {
        return model.presence().containsKey(mark.backend());
    }

    private Component state(AvailableModel model) {
        var state = ModelState.of(model);
        var words = getTranslation(state.textKey());
        return switch (state) {
            case ACTIVE -> new Span(words);
            case OFF -> new Badge(words);
            case MISSING -> missing(words);
        };
    }

    private static Badge missing(String words) {
        var badge = new Badge(words);
        badge.addThemeVariants(BadgeVariant.ERROR);
        return badge;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var page = attached.getUI().getPage();
        fit(page.getExtendedClientDetails().getWindowInnerWidth());
        var resizing = page.addBrowserWindowResizeListener(resize -> fit(resize.getWidth()));
        addDetachListener(detached -> {
            detached.unregisterListener();
            resizing.remove();
        });
    }

    /** @param windowWidth in pixels; less than 1 when nobody knows yet */
    private void fit(int windowWidth) {
        var narrow = windowWidth > 0 && windowWidth < WIDE;
        family.setVisible(!narrow);
        presence.setVisible(!narrow);
    }
}
