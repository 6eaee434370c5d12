package org.genonaut.comfyui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** Keeps what a listener hears, in order, and lets a test wait for it. */
public final class Heard implements ExecutionListener {

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<String> unread = new LinkedBlockingQueue<>();
    private final List<ExecutionProgress> states = new CopyOnWriteArrayList<>();
    private final List<Preview> previews = new CopyOnWriteArrayList<>();
    private final CountDownLatch accepted = new CountDownLatch(1);

    @Override
    public void accepted() {
        say("accepted");
        accepted.countDown();
    }

    @Override
    public void progressed(ExecutionProgress progress) {
        states.add(progress);
        say(progress.phase().name());
    }

    @Override
    public void previewed(Preview preview) {
        previews.add(preview);
        say(preview.mediaType());
    }

    private void say(String words) {
        said.add(words);
        unread.add(words);
    }

    /** The word "accepted", phases, and the media types of previews. */
    public List<String> said() {
        return said;
    }

    List<ExecutionProgress> states() {
        return states;
    }

    List<Preview> previews() {
        return previews;
    }

    void awaitAccepted() throws InterruptedException {
        accepted.await();
    }

    /** Waits for these words, passing over whatever is said before. */
    public void await(String words) throws InterruptedException {
        var next = unread.take();
        while (!next.equals(words)) {
            next = unread.take();
        }
    }
}
