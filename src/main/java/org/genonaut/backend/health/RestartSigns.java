package org.genonaut.backend.health;

import org.genonaut.comfyui.ComfyUIServer;
import org.genonaut.comfyui.HistoryMark;
import org.genonaut.comfyui.SystemStats;
import org.jspecify.annotations.Nullable;

/** Tells from what a server says and remembers whether it was started anew between two looks. */
final class RestartSigns {

    private @Nullable Sign before;

    private record Sign(SystemStats stats, @Nullable HistoryMark newest) {}

    /**
     * Takes in what the server says now; asks it once or twice.
     *
     * @param wasAway whether it did not answer at the look before
     * @return whether it was started anew since the last call; false at the first
     */
    boolean show(ComfyUIServer server, SystemStats stats, boolean wasAway) {
        var last = before;
        var newest = server.newestRun().orElse(null);
        var restarted =
                last != null && (isOther(last.stats(), stats) || hasForgotten(server, last.newest(), newest, wasAway));
        before = new Sign(stats, newest);
        return restarted;
    }

    private static boolean isOther(SystemStats last, SystemStats now) {
        return !last.version().equals(now.version()) || !last.arguments().equals(now.arguments());
    }

    private static boolean hasForgotten(
            ComfyUIServer server, @Nullable HistoryMark last, @Nullable HistoryMark newest, boolean wasAway) {
        if (last == null) {
            return wasAway && newest == null;
        }
        return !last.equals(newest) && !server.remembers(last);
    }
}
