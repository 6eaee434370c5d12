package org.genonaut.comfyui;

/** What a ComfyUI is busy with for an execution. */
public enum Phase {
    /** Other prompts run before it. */
    QUEUED,
    /** Models are read into memory and prompts are encoded. */
    LOADING,
    /** The picture is worked out step by step. */
    SAMPLING,
    /** The picture is turned into pixels. */
    DECODING,
    /** The file is written. */
    SAVING
}
