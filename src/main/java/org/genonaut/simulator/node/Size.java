package org.genonaut.simulator.node;

/** A size in pixels that a node is asked to scale to. */
record Size(int width, int height) {
    /** The size in a node's inputs, where a zero keeps the proportions, and two keep the size. */
    static Size wished(NodeCall call, int width, int height) {
        var wishedWidth = call.integer("width");
        var wishedHeight = call.integer("height");
        if (wishedWidth == 0 && wishedHeight == 0) {
            return new Size(width, height);
        }
        return new Size(
                wishedWidth == 0 ? Math.max(1, width * wishedHeight / height) : wishedWidth,
                wishedHeight == 0 ? Math.max(1, height * wishedWidth / width) : wishedHeight);
    }

    static Size times(NodeCall call, int width, int height) {
        var factor = call.real("scale_by");
        return new Size(Math.max(1, (int) Math.round(width * factor)), Math.max(1, (int) Math.round(height * factor)));
    }
}
