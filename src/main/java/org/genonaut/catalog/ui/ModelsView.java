package org.genonaut.catalog.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.genonaut.backend.Backend;
import org.genonaut.backend.Fleet;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelId;
import org.genonaut.catalog.ModelType;
import org.genonaut.ui.LiveSignal;
import org.genonaut.ui.UnsavedGuard;

/** Where admins look after the models: the list, and a drawer for the one that is open. */
@Route(ModelsView.PATH)
@PageTitle("models.title")
@RolesAllowed("ADMIN")
class ModelsView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, ModelActions {

    static final String PATH = "admin/models";

    private final ModelCatalog catalog;
    private final ModelTable table;
    private final ModelDrawer drawer;
    private final MasterDetailLayout body = new MasterDetailLayout();
    private ModelsAddress address = ModelsAddress.FIRST;
    private final UnsavedGuard guard = new UnsavedGuard(this);

    ModelsView(ModelCatalog catalog, Fleet fleet) {
        this.catalog = catalog;
        table = new ModelTable(catalog, fleet, this);
        drawer = new ModelDrawer(catalog, fleet, this);
        addClassNames("gn-page", "gn-admin");
        body.addClassName("gn-admin-body");
        body.setMasterSize("min(700px, 100vw)");
        body.setDetailSize("396px");
        body.setExpandMaster(true);
        body.setMaster(table);
        body.addBackdropClickListener(click -> close());
        body.addDetailEscapePressListener(escape -> close());
        var top = new Div(new H1(getTranslation("models.title")), new ReadAgain(catalog, this::reload));
        top.addClassName("gn-page-top");
        add(top, body);
        Signal<List<Backend>> backends =
                LiveSignal.of(this, List.of(), listener -> fleet.subscribe(() -> listener.accept(fleet.backends())));
        Signal.effect(this, () -> {
            backends.get();
            reload();
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = ModelsAddress.of(entering.getLocation().getQueryParameters());
        reload();
    }

    /** Shows what the catalog and the fleet say now; nothing that is being typed is touched. */
    private void reload() {
        table.show(address);
        var model = opened();
        model.ifPresent(drawer::show);
        body.setDetail(model.isPresent() ? drawer : null);
    }

    private Optional<AvailableModel> opened() {
        return Optional.ofNullable(address.model())
                .flatMap(catalog::find)
                .filter(model -> model.type() == address.type());
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (body.getDetail() != null && drawer.hasChanges()) {
            var leave = leaving.postpone();
            new UnsavedChanges(() -> saveAnd(leave), () -> discardAnd(leave), () -> stay(leave)).open();
        }
    }

    private void saveAnd(ContinueNavigationAction leave) {
        if (drawer.save()) {
            leave.proceed();
        } else {
            stay(leave);
        }
    }

    private void discardAnd(ContinueNavigationAction leave) {
        drawer.discard();
        leave.proceed();
    }

    private void stay(ContinueNavigationAction leave) {
        leave.cancel();
        table.stay(address);
    }

    @Override
    public void showType(ModelType type) {
        go(address.withType(type));
    }

    /** Typing leaves no trail of addresses behind it. */
    @Override
    public void search(String words) {
        address = address.withSearch(words);
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(PATH, address.query()));
        table.show(address);
    }

    @Override
    public void open(ModelId model) {
        go(address.withModel(model));
    }

    @Override
    public void edit(ModelId model) {
        if (!model.equals(address.model())) {
            open(model);
        }
        drawer.focusTitle();
    }

    @Override
    public void close() {
        if (address.model() != null) {
            go(address.withoutModel());
            table.focusRow();
        }
    }

    private void go(ModelsAddress to) {
        UI.getCurrent().navigate(PATH, to.query());
    }

    @Override
    public void saved() {
        table.show(address);
    }

    @Override
    public void unsaved(boolean unsaved) {
        guard.unsaved(unsaved);
    }
}
