package org.genonaut.backend.health;

import org.genonaut.backend.BackendState.Look;
import org.genonaut.comfyui.ComfyUIClient;

/** Who wants to know how one backend is; called on the watching thread. */
public interface HealthListener {

    /** It is of another kind than before. */
    void changed(Look now);

    /** It was started anew. */
    void restarted();

    /**
     * It has answered, and may be asked more.
     *
     * @throws org.genonaut.comfyui.ComfyUIException if it does not answer any more
     */
    void answered(ComfyUIClient comfyUI);
}
