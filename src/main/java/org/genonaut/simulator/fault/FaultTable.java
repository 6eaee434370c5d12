package org.genonaut.simulator.fault;

import java.util.stream.Collectors;

/** All faults as a table in Markdown, for the documentation. */
public final class FaultTable {
    private FaultTable() {}

    public static String markdown() {
        return FaultKind.all().stream().map(FaultTable::row).collect(Collectors.joining("", """
                | Fault | What clients meet | Fields | Lasts |
                |---|---|---|---|
                """, ""));
    }

    private static String row(FaultKind kind) {
        var fields = kind.fields().stream().map(FaultTable::field).collect(Collectors.joining("<br>"));
        var lasts = kind.counts().isEmpty()
                ? kind.lasting().words()
                : "`times` " + kind.counts() + ", or until it is lifted";
        return "| `%s` | %s | %s | %s |\n".formatted(kind.name(), kind.says(), fields.isEmpty() ? "–" : fields, lasts);
    }

    private static String field(FaultField field) {
        return "`%s`: %s%s"
                .formatted(
                        field.name(),
                        field.says(),
                        field.otherwise().map(text -> " (else `" + text + "`)").orElse(""));
    }
}
