package org.genonaut.generation.ui.queue;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Stream;
import org.genonaut.account.AccountId;
import org.genonaut.generation.FailureKind;
import org.genonaut.generation.lane.LaneBlock;
import org.genonaut.ui.Extent;
import org.genonaut.ui.Formats;
import org.jspecify.annotations.Nullable;

/** One block of a lane. */
class BlockBox extends Div {

    private final AccountId viewer;
    private final Span who = new Span();
    private final Span what = new Span();
    private @Nullable LaneBlock shown;

    BlockBox(AccountId viewer) {
        this.viewer = viewer;
        addClassName("gn-block");
        getElement().setAttribute("role", "listitem");
        add(who, what);
    }

    /** @param origin where the axis has its zero */
    void show(LaneBlock block, Instant origin) {
        if (block.equals(shown)) {
            return;
        }
        shown = block;
        getElement().setAttribute("data-kind", word(block));
        getElement().setAttribute("data-family", block.family().word());
        new Extent(seconds(origin, block.from()), seconds(block.from(), block.until())).applyTo(this);
        setClassName("gn-own", isOwn(block));
        who.setText(first(block));
        what.setText(second(block));
        var title = title(block);
        setTitle(title);
        getElement().setAttribute("aria-label", title);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private static String word(LaneBlock block) {
        return block.kind().name().toLowerCase(Locale.ROOT);
    }

    private boolean isOwn(LaneBlock block) {
        var person = block.person();
        return person != null && person.id().equals(viewer);
    }

    private String first(LaneBlock block) {
        return switch (block.kind()) {
            case LOADED, LOADING -> block.family().label();
            case DONE, STOPPED, FAILED, RUNNING, EXPECTED -> person(block);
        };
    }

    private String person(LaneBlock block) {
        var person = block.person();
        if (person != null) {
            return isOwn(block) ? getTranslation("queue.you") : person.name();
        }
        return getTranslation(block.runs() > 1 ? "queue.several" : "queue.someone");
    }

    private String second(LaneBlock block) {
        return switch (block.kind()) {
            case LOADED, LOADING -> getTranslation("queue.block.loads");
            case FAILED -> getTranslation("queue.block.failed");
            case STOPPED -> getTranslation("queue.block.stopped");
            case DONE, EXPECTED -> getTranslation("queue.images", block.images());
            case RUNNING -> progress(block);
        };
    }

    private String progress(LaneBlock block) {
        var percent = Formats.current().percent(block.fraction());
        var left = block.left();
        return left == null
                ? percent
                : getTranslation(
                        "queue.block.left",
                        percent,
                        Formats.current().duration(Duration.ofSeconds(left.toSeconds() + 1)));
    }

    /** Attempts end as jobs do, and in a few ways of their own, which only the details tell. */
    private String reason(String failure) {
        return Stream.of(FailureKind.values())
                .filter(kind -> kind.word().equals(failure))
                .findFirst()
                .map(kind -> getTranslation("queue.failure." + kind.word()))
                .orElseGet(() -> getTranslation("queue.failure.other"));
    }

    /** Everything that is known, in one line. */
    private String title(LaneBlock block) {
        var formats = Formats.current();
        var facts = new ArrayList<String>();
        if (block.kind() == LaneBlock.Kind.LOADED || block.kind() == LaneBlock.Kind.LOADING) {
            facts.add(getTranslation("queue.block.load-of", block.model()));
        } else {
            facts.add(person(block));
            facts.add(getTranslation("queue.images", block.images()));
            if (!block.model().isEmpty()) {
                facts.add(block.model());
            }
        }
        var failure = block.failure();
        if (failure != null) {
            facts.add(getTranslation("queue.block.failed-because", reason(failure)));
        }
        if (block.kind() == LaneBlock.Kind.RUNNING) {
            facts.add(progress(block));
        } else if (block.kind() == LaneBlock.Kind.EXPECTED) {
            facts.add(getTranslation("queue.block.expected", formats.time(block.from())));
        } else {
            facts.add(formats.time(block.from()) + ", "
                    + formats.duration(Duration.between(block.from(), block.until())));
        }
        return String.join(" · ", facts);
    }
}
