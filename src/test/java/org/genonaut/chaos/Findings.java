package org.genonaut.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an audit found. Each entry is one picture, or one thing that nothing explains. */
final class Findings {

    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> unexplained = new ArrayList<>();
    private final Map<String, Integer> notes = new TreeMap<>();

    void lost(String what) {
        lost.add(what);
    }

    void doubled(String what) {
        doubled.add(what);
    }

    void unexplained(String what) {
        unexplained.add(what);
    }

    /** Something that is right and worth knowing. */
    void note(String what, int times) {
        notes.merge(what, times, Integer::sum);
    }

    List<String> lost() {
        return List.copyOf(lost);
    }

    List<String> doubled() {
        return List.copyOf(doubled);
    }

    List<String> unexplained() {
        return List.copyOf(unexplained);
    }

    Map<String, Integer> notes() {
        return Map.copyOf(notes);
    }

    boolean isClean() {
        return lost.isEmpty() && doubled.isEmpty() && unexplained.isEmpty();
    }

    /** The counts, as the last line of a run begins. */
    String counts() {
        return "lost " + lost.size() + " · doubled " + doubled.size() + " · unexplained " + unexplained.size();
    }

    /** One line for each entry. */
    String details() {
        var lines = new StringBuilder();
        notes.forEach((what, times) -> lines.append("  note         ")
                .append(times)
                .append(' ')
                .append(what)
                .append('\n'));
        lost.forEach(what -> lines.append("  LOST         ").append(what).append('\n'));
        doubled.forEach(what -> lines.append("  DOUBLED      ").append(what).append('\n'));
        unexplained.forEach(what -> lines.append("  UNEXPLAINED  ").append(what).append('\n'));
        return lines.toString();
    }
}
