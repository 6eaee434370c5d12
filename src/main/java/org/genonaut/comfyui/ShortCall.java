package org.genonaut.comfyui;

/** Asks something that is answered at once or not at all. */
interface ShortCall<T> {

    T make() throws InterruptedException;

    /** Whoever is interrupted keeps the interrupt and learns that there is no answer. */
    static <T> T answer(ShortCall<T> call) {
        try {
            return call.make();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ComfyUIException.Unreachable("A request", ComfyUIException.Unreachable.Reason.ABANDONED, e);
        }
    }
}
