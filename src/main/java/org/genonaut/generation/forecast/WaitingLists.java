package org.genonaut.generation.forecast;

import java.util.Arrays;

/** The jobs that are still to be taken, by group, and by group and base model; heads move on as jobs are taken. */
final class WaitingLists {

    private static final int END = Integer.MAX_VALUE;

    private final int models;
    private final boolean[] taken;
    private final int[] groupHeads;
    private final int[] groupNext;
    private final int[] modelHeads;
    private final int[] modelNext;

    WaitingLists(Queue queue) {
        models = Math.max(1, queue.models.size());
        taken = new boolean[queue.size];
        groupHeads = heads(queue.groups.size());
        groupNext = new int[queue.size];
        modelHeads = heads(queue.groups.size() * models);
        modelNext = new int[queue.size];
        for (int job = queue.size - 1; job >= 0; job--) {
            int group = queue.group[job];
            groupNext[job] = groupHeads[group];
            groupHeads[group] = job;
            int both = group * models + queue.model[job];
            modelNext[job] = modelHeads[both];
            modelHeads[both] = job;
        }
    }

    private static int[] heads(int size) {
        var heads = new int[size];
        Arrays.fill(heads, END);
        return heads;
    }

    /** The first job of any of these groups; a number beyond all jobs when there is none. */
    int head(int[] groups) {
        int first = END;
        for (int group : groups) {
            first = Math.min(first, advanced(groupHeads, group, groupNext));
        }
        return first;
    }

    /** The first job of any of these groups that wants this base model. */
    int head(int[] groups, int model) {
        int first = END;
        for (int group : groups) {
            first = Math.min(first, advanced(modelHeads, group * models + model, modelNext));
        }
        return first;
    }

    private int advanced(int[] heads, int list, int[] next) {
        int head = heads[list];
        while (head != END && taken[head]) {
            head = next[head];
        }
        heads[list] = head;
        return head;
    }

    static boolean isJob(int head) {
        return head != END;
    }

    void take(int job) {
        taken[job] = true;
    }
}
