package org.genonaut.generation.ui.queue;

import java.util.Optional;
import org.genonaut.generation.lane.QueueHold;
import org.genonaut.ui.Banner;
import org.genonaut.ui.BannerSource;
import org.springframework.stereotype.Component;

/** Says to everybody that the whole queue is paused, and by whom. */
@Component
class PauseBanner implements BannerSource {

    private final QueueHold hold;

    PauseBanner(QueueHold hold) {
        this.hold = hold;
    }

    @Override
    public Optional<Banner> banner() {
        return hold.now().map(paused -> Banner.warning("queue.paused", paused.by()));
    }

    @Override
    public Runnable onChange(Runnable listener) {
        return hold.subscribe(listener);
    }
}
