package org.genonaut.simulator.node;

/** Nodes that turn words into guidance. */
final class Conditioning {
    private static final double ENCODE_SECONDS = 0.05;

    private Conditioning() {}

    static NodeOutcome encode(NodeCall call) throws InterruptedException {
        call.linked("clip", Value.Clip.class);
        call.work(ENCODE_SECONDS);
        return NodeOutcome.of(new Value.Conditioning(call.text("text")));
    }

    static NodeOutcome setLastLayer(NodeCall call) {
        return NodeOutcome.of(call.linked("clip", Value.Clip.class));
    }

    static NodeOutcome zeroOut(NodeCall call) {
        call.linked("conditioning", Value.Conditioning.class);
        return NodeOutcome.of(new Value.Conditioning(""));
    }

    static NodeOutcome controlNet(NodeCall call) {
        call.linked("control_net", Value.ControlNet.class);
        call.linked("image", Value.Images.class);
        return NodeOutcome.of(
                call.linked("positive", Value.Conditioning.class), call.linked("negative", Value.Conditioning.class));
    }

    static NodeOutcome fluxGuidance(NodeCall call) {
        return NodeOutcome.of(call.linked("conditioning", Value.Conditioning.class));
    }
}
