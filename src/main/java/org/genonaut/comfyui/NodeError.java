package org.genonaut.comfyui;

/**
 * What a ComfyUI has against one input of one node. Whatever it left out is empty.
 *
 * @param inputName the input that is wrong; empty where the node as a whole is
 * @param type the server's kind, such as {@code value_not_in_list}
 * @param message shortened to 500 characters
 * @param details shortened to 500 characters
 * @param receivedValue shortened to 500 characters; empty for prompt texts, which are personal
 * @param allowed what would have been right
 */
public record NodeError(
        String nodeId,
        String classType,
        String inputName,
        String type,
        String message,
        String details,
        String receivedValue,
        Allowed allowed) {

    /** The kinds of which people can be told in their own words. */
    public enum Problem {
        MISSING,
        NOT_IN_LIST,
        TOO_SMALL,
        TOO_BIG,
        WRONG_TYPE,
        /** The workflow itself is wrong, or the server has a kind that we do not know. */
        OTHER
    }

    public Problem problem() {
        return switch (type) {
            case "required_input_missing" -> Problem.MISSING;
            case "value_not_in_list" -> Problem.NOT_IN_LIST;
            case "value_smaller_than_min" -> Problem.TOO_SMALL;
            case "value_bigger_than_max" -> Problem.TOO_BIG;
            case "invalid_input_type" -> Problem.WRONG_TYPE;
            default -> Problem.OTHER;
        };
    }
}
