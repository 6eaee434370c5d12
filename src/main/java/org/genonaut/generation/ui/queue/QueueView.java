package org.genonaut.generation.ui.queue;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.genonaut.backend.BackendAtWork;
import org.genonaut.backend.BackendSettings;
import org.genonaut.backend.FleetWork;
import org.genonaut.generation.GenerationService;
import org.genonaut.generation.QueueAdministration;
import org.genonaut.generation.WaitingGenerations;
import org.genonaut.generation.lane.LaneSpan;
import org.genonaut.generation.lane.QueueHold;
import org.genonaut.ui.LiveSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** What waits and runs: one's own, or along the lanes of the whole fleet. */
@Route(QueueAddress.PATH)
@PageTitle("queue.title")
@PermitAll
class QueueView extends Div implements BeforeEnterObserver {

    private static final Logger log = LoggerFactory.getLogger(QueueView.class);

    private final QueueFacts facts;
    private final QueueAdministration administration;
    private final QueueHold hold;
    private final QueueTop top;
    private final MinePart mine;
    private final FleetPart fleet;
    private final Paragraph unreadable = new Paragraph();
    private QueueAddress address = new QueueAddress(false, LaneSpan.TWENTY_MINUTES);
    private int backends;

    QueueView(
            QueueFacts facts,
            GenerationService service,
            WaitingGenerations waiting,
            QueueAdministration administration,
            QueueHold hold,
            BackendSettings settings,
            FleetWork work) {
        this.facts = facts;
        this.administration = administration;
        this.hold = hold;
        var viewer = facts.viewer();
        var change = new RowChange(this::refresh);
        var own = new OwnDeeds(service, waiting, viewer.id(), change);
        top = new QueueTop(viewer.isAdmin(), this::switchAll);
        mine = new MinePart(facts, own);
        fleet = new FleetPart(
                facts,
                viewer.isAdmin() ? new AdminDeeds(administration, change) : own,
                new LaneDeeds(settings),
                this::refresh);
        unreadable.setText(getTranslation("queue.unreadable"));
        unreadable.addClassNames("gn-note", "gn-bad", "gn-queue-unreadable");
        unreadable.getElement().setAttribute("role", "alert");
        unreadable.setVisible(false);
        addClassNames("gn-page", "gn-queue");
        add(top, unreadable, mine, fleet);
        Signal<List<BackendAtWork>> lanes = LiveSignal.of(this, List.of(), work::subscribe);
        Signal.effect(this, () -> showBackends(lanes.get()));
        Signal<Long> moves = LiveSignal.of(this, 0L, facts::follow);
        Signal.effect(this, () -> {
            if (moves.get() > 0) {
                refresh();
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = QueueAddress.of(entering.getLocation().getQueryParameters());
        mine.setVisible(!address.fleet());
        fleet.setVisible(address.fleet());
        top.show(address);
        if (isAttached()) {
            refresh();
        }
    }

    private void showBackends(List<BackendAtWork> all) {
        backends = all.size();
        fleet.show(all);
    }

    /** What could not be read is read again at the next turn; what is shown stays until then. */
    private void refresh() {
        try {
            show();
            unreadable.setVisible(false);
        } catch (DataAccessException databaseAway) {
            log.warn("The queue cannot be shown at the moment: {}", databaseAway.getMessage());
            unreadable.setVisible(true);
        }
    }

    private void show() {
        var open = facts.mine();
        top.count(open.size(), backends);
        top.showPaused(hold.now().isPresent());
        if (address.fleet()) {
            fleet.offer(facts.people());
            fleet.show(address.span());
            top.show(facts.lastHour());
        } else {
            mine.show(open);
        }
    }

    private void switchAll() {
        if (hold.now().isPresent()) {
            administration.resumeAll();
        } else {
            administration.pauseAll();
        }
        hold.look();
        refresh();
    }
}
