package org.genonaut.generation.run;

import org.genonaut.comfyui.ExecutionListener;
import org.genonaut.comfyui.ExecutionProgress;
import org.genonaut.comfyui.Preview;

/** Keeps the time of a run, tells once that it was accepted and once that it began, and passes everything on. */
final class RunListener implements ExecutionListener {

    private final Run run;
    private final ExecutionListener next;
    private final Runnable accepted;
    private final Runnable started;

    RunListener(Run run, ExecutionListener next, Runnable accepted, Runnable started) {
        this.run = run;
        this.next = next;
        this.accepted = accepted;
        this.started = started;
    }

    @Override
    public void accepted() {
        run.accept();
        accepted.run();
        next.accepted();
    }

    @Override
    public void progressed(ExecutionProgress progress) {
        boolean before = run.hasStarted();
        run.stopwatch().heard(progress);
        if (!before && run.hasStarted()) {
            started.run();
        }
        next.progressed(progress);
    }

    @Override
    public void previewed(Preview preview) {
        next.previewed(preview);
    }
}
