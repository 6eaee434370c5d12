package org.genonaut.comfyui;

import java.nio.file.Path;
import org.genonaut.comfyui.execution.Executions;
import org.genonaut.comfyui.execution.Outcome;
import org.genonaut.comfyui.execution.RemoteRecords;
import org.genonaut.comfyui.execution.ServerRecords;
import org.genonaut.comfyui.wire.Downloader;
import org.genonaut.comfyui.wire.Http;
import org.genonaut.comfyui.wire.Time;
import org.genonaut.comfyui.wire.Uploader;

/**
 * Speaks with one ComfyUI. Executions block the calling thread, which should be a virtual one, and any number may go on
 * at once. An interrupt of that thread, or closing the client, lets go of the execution and leaves it to the server.
 */
public final class ComfyUIClient implements AutoCloseable {

    private final Http http;
    private final ServerRecords records;
    private final ComfyUIServer server;
    private final Executions executions;
    private final Pace pace;
    private final Time time = Time.REAL;

    public ComfyUIClient(Connection connection) {
        this(connection, Pace.DEFAULT);
    }

    public ComfyUIClient(Connection connection, Pace pace) {
        this.http = new Http(connection);
        this.records = new RemoteRecords(http);
        this.server = new ComfyUIServer(http, records);
        this.executions = new Executions(http, records, connection.timeouts().standstill(), pace, time);
        this.pace = pace;
    }

    /** The server itself, apart from any prompt of ours. */
    public ComfyUIServer server() {
        return server;
    }

    /**
     * Executes a workflow and waits for its end.
     *
     * @throws InterruptedException if this process lets go of it; the prompt may go on and can be attached to later
     * @throws IllegalStateException if the same prompt is already followed here
     */
    public ExecutionResult execute(Execution execution, ExecutionListener listener) throws InterruptedException {
        return executions.execute(execution, listener);
    }

    /**
     * Follows a prompt that was submitted before, by this process or an earlier one, and waits for its end.
     *
     * @param client the client id that it was submitted with
     * @throws InterruptedException if this process lets go of it again
     * @throws IllegalStateException if the same prompt is already followed here
     */
    public ExecutionResult attach(PromptId prompt, ClientId client, ExecutionListener listener)
            throws InterruptedException {
        return executions.attach(prompt, client, listener);
    }

    /**
     * Takes a prompt from the server, whether it waits or runs, and touches no other. Whoever follows it here is told
     * that it was interrupted, unless it had ended before.
     *
     * @throws ComfyUIException if the server cannot be asked
     */
    public void cancel(PromptId prompt) {
        ShortCall.answer(() -> {
            executions.cancel(prompt);
            return prompt;
        });
    }

    /**
     * Takes a prompt from the server if it still waits there. Whoever follows it here is told that it was interrupted.
     *
     * @return false when it runs or has ended, and nothing was done
     * @throws ComfyUIException if the server cannot be asked; then it may or may not be taken
     */
    public boolean withdraw(PromptId prompt) {
        return ShortCall.answer(() -> executions.withdraw(prompt));
    }

    /**
     * Asks once where a prompt stands.
     *
     * @throws ComfyUIException if the server cannot be asked
     */
    public PromptState look(PromptId prompt) {
        return ShortCall.answer(() -> stateOf(prompt));
    }

    private PromptState stateOf(PromptId prompt) throws InterruptedException {
        return switch (records.find(prompt)) {
            case ServerRecords.Whereabouts.Finished(var entry) -> new PromptState.Ended(Outcome.of(entry));
            case ServerRecords.Whereabouts.Queued(var queue) ->
                queue.runs(prompt) ? new PromptState.Running() : new PromptState.Waiting();
            case ServerRecords.Whereabouts.Absent absent -> new PromptState.Unknown();
        };
    }

    /**
     * Brings a picture to the server, for workflows to load.
     *
     * @param filename wanted there; without folders, quotes and control characters
     * @param subfolder empty for none
     * @return under the name that the server chose, which differs where another file has the wanted one
     * @throws ComfyUIException.TooLarge if the server does not take so much
     * @throws java.io.UncheckedIOException if there is no such file
     */
    public InputImage upload(Path file, String filename, String subfolder, InputImage.Folder folder)
            throws InterruptedException {
        return new Uploader(http).upload(file, filename, subfolder, folder);
    }

    /**
     * Streams a file to {@code target}, which is replaced if it exists and removed if the download fails.
     *
     * @throws ComfyUIException.FileGone if the server has no such file, asked several times
     * @throws ComfyUIException.TooLarge if it has more than {@code maxBytes}
     * @throws java.io.UncheckedIOException if {@code target} cannot be written
     */
    public Download download(OutputImage image, Path target, long maxBytes) throws InterruptedException {
        return new Downloader(http, pace, time).download(image, target, maxBytes);
    }

    /** Lets go of all executions, as an interrupt does. */
    @Override
    public void close() {
        executions.release();
        http.close();
    }
}
