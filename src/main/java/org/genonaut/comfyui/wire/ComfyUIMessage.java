package org.genonaut.comfyui.wire;

import java.util.Map;
import java.util.Set;
import org.genonaut.comfyui.Preview;
import org.genonaut.comfyui.PromptId;

/** What a ComfyUI says on its WebSocket. A hint only: messages get lost, come late, twice or about others' prompts. */
public sealed interface ComfyUIMessage {

    /** The prompt it is about; empty if it names none. Not always a UUID: other clients choose as they like. */
    String promptId();

    default boolean isAbout(PromptId prompt) {
        return promptId().equals(prompt.toString());
    }

    /** It has left the queue. */
    record Started(String promptId) implements ComfyUIMessage {}

    /** These nodes are answered from an earlier run. */
    record Cached(String promptId, Set<String> nodes) implements ComfyUIMessage {}

    record Executing(String promptId, String node) implements ComfyUIMessage {}

    record Progress(String promptId, String node, double value, double max) implements ComfyUIMessage {}

    record ProgressState(String promptId, Map<String, NodeState> nodes) implements ComfyUIMessage {}

    record NodeState(double value, double max, boolean finished) {}

    record Executed(String promptId, String node) implements ComfyUIMessage {}

    /** It is over, well or not; history says which, sometimes a little later. */
    record Ended(String promptId) implements ComfyUIMessage {}

    /** A preview; older servers do not say of which prompt. */
    record Previewed(String promptId, Preview preview) implements ComfyUIMessage {}

    /** Anything else: status, custom nodes' own messages, garbage. */
    record Unknown(String type) implements ComfyUIMessage {

        @Override
        public String promptId() {
            return "";
        }
    }
}
