package org.genonaut.comfyui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All that may become of a JSON text: cut off anywhere, or with another value in any one place. */
final class Mutations {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e308",
            "18446744073709551616",
            "\"\"",
            "\"NaN\"",
            "[]",
            "[null]",
            "{}",
            "{\"\":[]}");

    private static final int CUTS = 12;

    /** Of a long text only so many changes, evenly spread. */
    private static final int MOST = 250;

    private Mutations() {}

    static Stream<String> of(String json) {
        var cut = Stream.iterate(0, at -> at < json.length(), at -> at + Math.max(1, json.length() / CUTS))
                .map(at -> json.substring(0, at));
        var changed = changed(json);
        var stride = 1 + changed.size() / MOST;
        return Stream.concat(
                cut,
                IntStream.range(0, changed.size())
                        .filter(at -> at % stride == 0)
                        .mapToObj(changed::get));
    }

    private static List<String> changed(String json) {
        var all = new ArrayList<>(VALUES);
        var root = JSON.readTree(json);
        changeWithin(root, () -> all.add(root.toString()));
        return all;
    }

    /** Puts each value in each place in turn, and back again. */
    private static void changeWithin(JsonNode node, Runnable changed) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                change(object.get(name), value -> object.set(name, value), changed);
            }
        } else if (node instanceof ArrayNode array) {
            for (var index = 0; index < array.size(); index++) {
                var at = index;
                change(array.get(at), value -> array.set(at, value), changed);
            }
        }
    }

    private static void change(JsonNode original, Consumer<JsonNode> put, Runnable changed) {
        for (var value : VALUES) {
            put.accept(JSON.readTree(value));
            changed.run();
        }
        put.accept(original);
        changeWithin(original, changed);
    }
}
