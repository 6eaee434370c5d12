package org.genonaut.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genonaut.comfyui.Workflow.Input;
import org.genonaut.comfyui.Workflow.Node;
import org.junit.jupiter.api.Test;

class WorkflowTest {

    @Test
    void writesNodesAndInputsInTheOrderInWhichTheyWereAdded() {
        var workflow = Workflow.builder();
        var checkpoint = workflow.add("CheckpointLoaderSimple", in -> in.set("ckpt_name", "a.safetensors"));
        workflow.add("CLIPTextEncode", in -> in.set("text", "a \"quoted\" cat").set("clip", checkpoint.slot(1)));

        assertThat(workflow.build().toJson().toString()).isEqualTo("""
                {"1":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"a.safetensors"}},\
                "2":{"class_type":"CLIPTextEncode","inputs":{"text":"a \\"quoted\\" cat","clip":["1",1]}}}""");
    }

    @Test
    void writesTheLargestSeedAsABareInteger() {
        var seed = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

        assertThat(only("KSampler", new Input.Value(seed)).toJson().toString())
                .contains("\"value\":18446744073709551615}");
    }

    @Test
    void writesEveryKindOfLiteral() {
        var workflow = Workflow.builder();
        workflow.add(
                "Any",
                in -> in.set("whole", 20)
                        .set("long", 1L << 40)
                        .set("fraction", 7.0)
                        .set("flag", true)
                        .set("text", "x"));

        assertThat(workflow.build().toJson().toString())
                .contains("{\"whole\":20,\"long\":1099511627776,\"fraction\":7.0,\"flag\":true,\"text\":\"x\"}");
    }

    @Test
    void givesEveryNodeInputsBecauseANodeWithoutThemKillsTheServersWorker() {
        var workflow = Workflow.builder();
        workflow.add("Nothing", in -> {});

        assertThat(workflow.build().toJson().toString())
                .isEqualTo("{\"1\":{\"class_type\":\"Nothing\",\"inputs\":{}}}");
    }

    @Test
    void refusesLiteralsThatComfyUIDoesNotKnow() {
        assertThatThrownBy(() -> new Input.Value(List.of(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Input.Value(1.5f)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Input.Value(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesLinksToNodesThatAreNotThere() {
        assertThatThrownBy(() -> only("VAEDecode", new Input.Link("77", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("77");
        assertThatThrownBy(() -> new Input.Link("1", -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToBeEmpty() {
        assertThatThrownBy(() -> Workflow.builder().build()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNotChangedThroughTheMapItWasMadeOf() {
        var nodes = new LinkedHashMap<String, Node>();
        nodes.put("1", new Node("EmptyImage", Map.of()));
        var workflow = new Workflow(nodes);

        nodes.clear();

        assertThat(workflow.nodes()).hasSize(1);
    }

    private static Workflow only(String classType, Input input) {
        return new Workflow(Map.of("1", new Node(classType, Map.of("value", input))));
    }
}
