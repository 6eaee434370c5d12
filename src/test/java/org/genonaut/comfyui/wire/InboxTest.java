package org.genonaut.comfyui.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.genonaut.comfyui.Preview;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final Inbox inbox = new Inbox();

    @Test
    void leavesPreviewsOutFirst() throws Exception {
        for (var i = 0; i < 100; i++) {
            inbox.put(new ComfyUIMessage.Previewed("p", new Preview("image/png", new byte[0])));
        }
        inbox.put(new ComfyUIMessage.Ended("p"));

        var kept = 0;
        while (inbox.next(Duration.ZERO) instanceof ComfyUIMessage.Previewed) {
            kept++;
        }
        assertThat(kept).isBetween(1, 50);
    }

    @Test
    void dropsTheOldestWhenNobodyTakes() throws Exception {
        for (var i = 0; i < 10_000; i++) {
            inbox.put(new ComfyUIMessage.Started("p" + i));
        }
        inbox.put(new ComfyUIMessage.Ended("p"));

        var last = inbox.next(Duration.ZERO);
        for (var next = last; next != null; next = inbox.next(Duration.ZERO)) {
            last = next;
        }
        assertThat(last).isEqualTo(new ComfyUIMessage.Ended("p"));
    }

    @Test
    void hasNothingWhenNothingComes() throws Exception {
        assertThat(inbox.next(Duration.ofMillis(1))).isNull();
    }
}
