package org.genonaut.backend.ui;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendState;
import org.genonaut.backend.Fleet;
import org.genonaut.ui.Banner;
import org.genonaut.ui.BannerSource;
import org.springframework.stereotype.Component;

/** Says when ComfyUI servers are away, and what to do. */
@Component
class FleetBanner implements BannerSource {

    private final Fleet fleet;

    FleetBanner(Fleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public Optional<Banner> banner() {
        var inUse = fleet.backends().stream()
                .filter(backend -> !(backend.state() instanceof BackendState.Disabled))
                .toList();
        var away = inUse.stream().filter(Backend::isAway).toList();
        if (inUse.isEmpty()) {
            return Optional.of(Banner.warning("fleet.none"));
        }
        if (away.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Banner.warning(key(inUse, away), named(away)));
    }

    private static String key(List<Backend> inUse, List<Backend> away) {
        if (away.size() < inUse.size()) {
            return "fleet.some-away";
        }
        return "fleet.all-away";
    }

    private static String named(List<Backend> away) {
        return away.stream()
                .map(backend -> backend.name() + " (" + backend.url() + ")")
                .collect(joining(", "));
    }

    @Override
    public Runnable onChange(Runnable listener) {
        return fleet.subscribe(listener);
    }
}
