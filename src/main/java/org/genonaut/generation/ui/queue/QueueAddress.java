package org.genonaut.generation.ui.queue;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.genonaut.generation.lane.LaneSpan;

/** What the address of the page asks for: {@code ?view=fleet&span=120}. */
record QueueAddress(boolean fleet, LaneSpan span) {

    static final String PATH = "queue";

    static QueueAddress of(QueryParameters query) {
        return new QueueAddress(
                query.getSingleParameter("view").filter("fleet"::equals).isPresent(),
                query.getSingleParameter("span").map(QueueAddress::span).orElse(LaneSpan.TWENTY_MINUTES));
    }

    private static LaneSpan span(String minutes) {
        return switch (minutes) {
            case "5" -> LaneSpan.FIVE_MINUTES;
            case "120" -> LaneSpan.TWO_HOURS;
            default -> LaneSpan.TWENTY_MINUTES;
        };
    }

    QueueAddress mine() {
        return new QueueAddress(false, span);
    }

    QueueAddress ofFleet() {
        return new QueueAddress(true, span);
    }

    QueueAddress over(LaneSpan other) {
        return new QueueAddress(fleet, other);
    }

    String url() {
        var minutes = String.valueOf(span.length().toMinutes());
        var query = fleet ? QueryParameters.simple(Map.of("view", "fleet", "span", minutes)) : QueryParameters.empty();
        return fleet ? PATH + "?" + query.getQueryString() : PATH;
    }
}
