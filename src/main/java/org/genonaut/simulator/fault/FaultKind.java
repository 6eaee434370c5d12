package org.genonaut.simulator.fault;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A kind of fault by its name, as the control API and the documentation know it: all that can go wrong is listed here. */
public final class FaultKind {
    private static final List<FaultKind> ALL = leaves(Fault.class)
            .map(FaultKind::new)
            .sorted(Comparator.comparing(FaultKind::name))
            .toList();

    private final Class<?> type;
    private final Described described;
    private final List<FaultField> fields;

    private FaultKind(Class<?> type) {
        this.type = type;
        this.described = type.getAnnotation(Described.class);
        this.fields =
                Arrays.stream(type.getRecordComponents()).map(FaultField::of).toList();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(FaultKind::leaves);
    }

    /** All kinds, by name. */
    public static List<FaultKind> all() {
        return ALL;
    }

    static FaultKind of(Fault fault) {
        return ALL.stream()
                .filter(kind -> kind.type == fault.getClass())
                .findFirst()
                .orElseThrow();
    }

    /**
     * The kind of a name.
     *
     * @throws IllegalArgumentException if there is none, with all there are
     */
    public static FaultKind named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow(() -> {
            var names = ALL.stream().map(FaultKind::name).toList();
            return new IllegalArgumentException("There is no fault " + name + ", but " + String.join(", ", names));
        });
    }

    static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** Such as {@code out_of_memory_above}. */
    public String name() {
        return snakeCase(type.getSimpleName());
    }

    /** One sentence on what clients meet. */
    public String says() {
        return described.value();
    }

    public Lasting lasting() {
        return described.lasting();
    }

    /** What is counted, in the plural; empty where nothing is. */
    public String counts() {
        return described.counts();
    }

    public List<FaultField> fields() {
        return fields;
    }

    /**
     * Makes a fault of this kind.
     *
     * @param settings the value of each field by its name
     * @throws IllegalArgumentException if one is missing, unknown or wrong, with what would be right
     */
    public Fault read(ObjectNode settings) {
        for (var name : settings.propertyNames()) {
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                throw new IllegalArgumentException(name() + " has no field " + name + knownFields());
            }
        }
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = fields.get(i).read(settings, components[i].getType());
        }
        return make(components, values);
    }

    private String knownFields() {
        return fields.isEmpty()
                ? "; it has none"
                : ", but "
                        + String.join(
                                ", ", fields.stream().map(FaultField::name).toList());
    }

    private Fault make(RecordComponent[] components, Object[] values) {
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return (Fault) type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof IllegalArgumentException wrong ? wrong : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The name and the fields of a fault of this kind, as {@link #read} takes them. */
    ObjectNode write(Fault fault) {
        var json = JsonNodeFactory.instance.objectNode().put("fault", name());
        for (var component : type.getRecordComponents()) {
            json.set(snakeCase(component.getName()), value(fault, component));
        }
        return json;
    }

    private static JsonNode value(Fault fault, RecordComponent component) {
        try {
            var value = component.getAccessor().invoke(fault);
            return value instanceof Number number
                    ? JsonNodeFactory.instance.numberNode(number.longValue())
                    : JsonNodeFactory.instance.stringNode(value.toString());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
