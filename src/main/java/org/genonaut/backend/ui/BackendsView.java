package org.genonaut.backend.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendAtWork;
import org.genonaut.backend.BackendId;
import org.genonaut.backend.BackendSettings;
import org.genonaut.backend.FleetWork;
import org.genonaut.ui.DrainQuestion;
import org.genonaut.ui.EmptyState;
import org.genonaut.ui.GnIcon;
import org.genonaut.ui.LiveSignal;

/** Where admins look after the fleet: a card for each backend, and a drawer to add or edit one. */
@Route(BackendsView.PATH)
@PageTitle("backends.title")
@RolesAllowed("ADMIN")
class BackendsView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, BackendActions {

    static final String PATH = "admin/backends";
    static final String EDIT = "edit";
    static final String NEW = "new";

    private final BackendSettings settings;
    private final FleetWork work;
    private final BackendDrawer drawer;
    private final MasterDetailLayout body = new MasterDetailLayout();
    private final UnorderedList list = new UnorderedList();
    private final Map<BackendId, BackendCard> cards = new HashMap<>();
    private final EmptyState nothing;

    BackendsView(BackendSettings settings, FleetWork work) {
        this.settings = settings;
        this.work = work;
        drawer = new BackendDrawer(settings, this::close);
        nothing = new EmptyState(
                GnIcon.SERVER, getTranslation("backends.none.title"), getTranslation("backends.none.sentence"));
        addClassNames("gn-page", "gn-admin");
        body.addClassName("gn-admin-body");
        body.setMasterSize("min(560px, 100vw)");
        body.setDetailSize("396px");
        body.setExpandMaster(true);
        body.setMaster(master());
        body.addBackdropClickListener(click -> close());
        body.addDetailEscapePressListener(escape -> close());
        var add = new Button(getTranslation("backends.add"), GnIcon.PLUS.create(), click -> open(NEW));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.addClassName("gn-push");
        var top = new Div(new H1(getTranslation("backends.title")), add);
        top.addClassName("gn-page-top");
        add(top, body);
        Signal<List<BackendAtWork>> rows = LiveSignal.of(this, List.of(), work::subscribe);
        Signal.effect(this, () -> show(rows.get()));
    }

    private Section master() {
        list.addClassName("gn-backends");
        var disk = new Paragraph(getTranslation("backends.disk"));
        disk.addClassNames("gn-small", "gn-muted");
        var master = new Section(nothing, list, disk);
        master.addClassName("gn-backends-page");
        return master;
    }

    /** Cards stay the same components as long as their backend is there, so that no focus is lost. */
    private void show(List<BackendAtWork> rows) {
        nothing.setVisible(rows.isEmpty());
        var before = new HashMap<>(cards);
        for (int place = 0; place < rows.size(); place++) {
            var row = rows.get(place);
            var id = row.backend().id();
            before.remove(id);
            var card = cards.computeIfAbsent(id, first -> new BackendCard(row, settings, this));
            if (list.indexOf(card) != place) {
                list.addComponentAtIndex(place, card);
            }
            card.show(row);
        }
        before.forEach((gone, card) -> list.remove(card));
        cards.keySet().removeAll(before.keySet());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var wanted = entering.getLocation()
                .getQueryParameters()
                .getSingleParameter(EDIT)
                .orElse("");
        if (wanted.equals(NEW)) {
            body.setDetail(drawer);
            drawer.showNew();
        } else {
            var found = work.backends().stream()
                    .map(BackendAtWork::backend)
                    .filter(backend -> backend.id().toString().equals(wanted))
                    .findFirst();
            found.ifPresent(drawer::show);
            body.setDetail(found.isPresent() ? drawer : null);
        }
    }

    /** Whatever closes the drawer navigates: its buttons, Escape, another card, another page. */
    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (!drawer.isUnsaved()) {
            return;
        }
        var rest = leaving.postpone();
        var question = new ConfirmDialog();
        question.setHeader(getTranslation("backends.unsaved.title"));
        question.setText(getTranslation("backends.unsaved.sentence"));
        question.setConfirmButton(
                getTranslation("backends.unsaved.discard"), confirm -> rest.proceed(), "error primary");
        question.setCancelButton(getTranslation("backends.unsaved.keep"), cancel -> rest.cancel());
        question.setCancelable(true);
        question.open();
    }

    @Override
    public void edit(Backend backend) {
        open(backend.id().toString());
    }

    private void open(String what) {
        UI.getCurrent().navigate(PATH, QueryParameters.of(EDIT, what));
    }

    private void close() {
        UI.getCurrent().navigate(PATH);
    }

    @Override
    public void drain(Backend backend) {
        new DrainQuestion(backend.name(), BackendSettings.MAX_NOTE, note -> settings.drain(backend.id(), note)).open();
    }

    @Override
    public void enable(Backend backend) {
        settings.enable(backend.id());
    }

    @Override
    public void remove(Backend backend) {
        var question = new ConfirmDialog();
        question.setHeader(getTranslation("backends.remove.title", backend.name()));
        question.setText(getTranslation("backends.remove.sentence"));
        question.setConfirmButton(
                getTranslation("backends.remove"), confirm -> settings.remove(backend.id()), "error primary");
        question.setCancelButton(getTranslation("backends.cancel"), cancel -> {});
        question.setCancelable(true);
        question.open();
    }
}
