package org.genonaut.comfyui.wire;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where messages are taken from. */
public interface Messages {

    /** The next message, or null if none comes in time. */
    @Nullable ComfyUIMessage next(Duration patience) throws InterruptedException;
}
