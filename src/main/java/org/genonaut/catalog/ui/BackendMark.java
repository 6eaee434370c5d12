package org.genonaut.catalog.ui;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.genonaut.backend.Backend;
import org.genonaut.backend.BackendId;
import org.genonaut.backend.BackendState;

/**
 * A backend in so few letters that many fit into a cell.
 *
 * @param letters one or two, or its number when letters do not tell the backends apart
 */
record BackendMark(BackendId backend, String name, String letters) {

    private static final int MOST_LETTERS = 2;

    /** Marks for the backends in use, in their order. */
    static List<BackendMark> of(List<Backend> backends) {
        var used = backends.stream()
                .filter(backend -> !(backend.state() instanceof BackendState.Disabled))
                .toList();
        var letters = letters(used.stream().map(Backend::name).toList());
        return IntStream.range(0, used.size())
                .mapToObj(place ->
                        new BackendMark(used.get(place).id(), used.get(place).name(), letters.get(place)))
                .toList();
    }

    /** "GPU A" and "GPU B" become A and B, "Atlas" and "Borealis" too, "Alpha" and "Atlas" become Al and At. */
    static List<String> letters(List<String> names) {
        int shared = sharedWords(names);
        return IntStream.rangeClosed(1, MOST_LETTERS)
                .mapToObj(length ->
                        names.stream().map(name -> begin(name, shared, length)).toList())
                .filter(marks -> new HashSet<>(marks).size() == names.size())
                .findFirst()
                .orElseGet(() -> IntStream.rangeClosed(1, names.size())
                        .mapToObj(String::valueOf)
                        .toList());
    }

    private static String begin(String name, int from, int length) {
        return name.substring(from)
                .codePoints()
                .limit(length)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** How many characters all names begin with alike, in whole words, as long as something is left of each. */
    private static int sharedWords(List<String> names) {
        if (names.size() < 2) {
            return 0;
        }
        var first = names.getFirst();
        int shared = 0;
        for (int end = 1; end < first.length(); end++) {
            var beginning = first.substring(0, end);
            if (!names.stream().allMatch(name -> name.length() > beginning.length() && name.startsWith(beginning))) {
                break;
            }
            if (!Character.isLetterOrDigit(first.charAt(end - 1))) {
                shared = end;
            }
        }
        return shared;
    }
}
