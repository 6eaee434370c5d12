package org.genonaut.comfyui.execution;

import java.util.Optional;
import org.genonaut.comfyui.PromptId;
import org.genonaut.comfyui.wire.Http;

/** The records of a server, asked over HTTP. */
public record RemoteRecords(Http http) implements ServerRecords {

    @Override
    public Optional<HistoryEntry> history(PromptId prompt) throws InterruptedException {
        var entry = http.get("/history/" + prompt).object().path(prompt.toString());
        return entry.isObject() ? Optional.of(HistoryEntry.of(entry)) : Optional.empty();
    }

    @Override
    public QueueSnapshot queue() throws InterruptedException {
        return QueueSnapshot.of(http.get("/queue"));
    }
}
