package org.genonaut.comfyui;

/**
 * What a ComfyUI has against one input of one node. Whatever it left out is empty.
 *
 * @param type the server's kind, such as {@code value_not_in_list}
 * @param details shortened to 500 characters
 * @param receivedValue shortened to 500 characters; empty for prompt texts, which are personal
 */
public record NodeError(
        String nodeId,
        String classType,
        String inputName,
        String type,
        String message,
        String details,
        String receivedValue) {}
