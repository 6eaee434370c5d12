package org.genonaut.generation.forecast;

import java.util.Arrays;

/**
 * How many stand before each job: of all that compete with it for some backend, and of its own account. Both can only
 * shrink while others end. A job is overtaken when somebody who came later stands before it.
 */
final class Turns {

    private static final long NEVER = Long.MIN_VALUE;

    final int[] before;
    final int[] ownBefore;
    final boolean[] overtaken;

    private final Queue queue;
    private final int[] inGroup;
    private final int[] ofAccount;
    /** By group: when the last that came of those seen so far came, who that was, and the last of anybody else. */
    private final long[] latest;

    private final int[] latestAccount;
    private final long[] latestOther;

    /** @param competing by group, the groups that share a backend with it */
    Turns(Queue queue, int[][] competing) {
        this.queue = queue;
        before = new int[queue.size];
        ownBefore = new int[queue.size];
        overtaken = new boolean[queue.size];
        inGroup = new int[queue.groups.size()];
        ofAccount = new int[queue.accounts.size()];
        latest = new long[queue.groups.size()];
        latestOther = new long[queue.groups.size()];
        latestAccount = new int[queue.groups.size()];
        Arrays.fill(latest, NEVER);
        Arrays.fill(latestOther, NEVER);
        for (int job = 0; job < queue.size; job++) {
            count(job, competing[queue.group[job]]);
            add(job);
        }
    }

    private void count(int job, int[] groups) {
        int account = queue.account[job];
        long since = queue.since(job);
        for (int group : groups) {
            before[job] += inGroup[group];
            long other = latestAccount[group] == account ? latestOther[group] : latest[group];
            overtaken[job] |= other > since;
        }
        ownBefore[job] = ofAccount[account];
    }

    private void add(int job) {
        int group = queue.group[job];
        int account = queue.account[job];
        long since = queue.since(job);
        inGroup[group]++;
        ofAccount[account]++;
        if (latest[group] == NEVER || latestAccount[group] == account) {
            latest[group] = Math.max(latest[group], since);
            latestAccount[group] = account;
        } else if (since > latest[group]) {
            latestOther[group] = latest[group];
            latest[group] = since;
            latestAccount[group] = account;
        } else {
            latestOther[group] = Math.max(latestOther[group], since);
        }
    }
}
