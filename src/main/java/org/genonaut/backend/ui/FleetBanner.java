package org.genonaut.backend.ui;

import static java.util.stream.Collectors.joining;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.genonaut.backend.Absence;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendState;
import org.genonaut.backend.Fleet;
import org.genonaut.ui.Banner;
import org.genonaut.ui.BannerSource;
import org.springframework.stereotype.Component;

/** Says when ComfyUI servers take no jobs though they should, what is wrong with them, and what to do. */
@Component
class FleetBanner implements BannerSource {

    /** What starting ComfyUI may mend. */
    private static final Set<Absence> SILENCES =
            EnumSet.of(Absence.NO_SERVER, Absence.NO_ANSWER, Absence.BROKEN, Absence.UNKNOWN_HOST);

    private final Fleet fleet;

    FleetBanner(Fleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public Optional<Banner> banner() {
        var inUse = fleet.backends().stream()
                .filter(backend -> !(backend.state() instanceof BackendState.Disabled))
                .toList();
        if (inUse.isEmpty()) {
            return Optional.of(Banner.warning("fleet.none"));
        }
        var troubled = inUse.stream().filter(FleetBanner::isTroubled).toList();
        if (!troubled.isEmpty()) {
            return Optional.of(Banner.warning(key(inUse, troubled), named(troubled)));
        }
        return inUse.stream().allMatch(backend -> backend.state() instanceof BackendState.Draining)
                ? Optional.of(Banner.warning("fleet.all-draining"))
                : Optional.empty();
    }

    private static boolean isTroubled(Backend backend) {
        return backend.isAway() || backend.state() instanceof BackendState.Stuck;
    }

    private static String key(List<Backend> inUse, List<Backend> troubled) {
        var kinds = troubled.stream().map(FleetBanner::kind).distinct().toList();
        var silent = troubled.stream()
                .flatMap(FleetBanner::absence)
                .filter(SILENCES::contains)
                .count();
        if (silent == inUse.size()) {
            return "fleet.all-away";
        }
        return "fleet.trouble." + (kinds.size() == 1 ? kinds.getFirst() : "several");
    }

    private static String kind(Backend backend) {
        return absence(backend).findFirst().map(Absence::word).orElse("stuck");
    }

    private static Stream<Absence> absence(Backend backend) {
        return backend.state() instanceof BackendState.Away away ? Stream.of(away.why()) : Stream.empty();
    }

    private static String named(List<Backend> troubled) {
        return troubled.stream()
                .map(backend -> backend.name() + " (" + backend.url() + ")")
                .collect(joining(", "));
    }

    @Override
    public Runnable onChange(Runnable listener) {
        return fleet.subscribe(listener);
    }
}
