package org.genonaut.generation.forecast;

import java.util.Arrays;
import java.util.UUID;

/** The waiting jobs in their order, as columns: an object for each would cost more than reading them. */
final class Queue {

    /** The pool of jobs that no backend can serve. */
    static final int NOBODY = 0;

    /** What a job needs of a backend: to be of a pool, and more memory than this (-1 for any). */
    record Group(int pool, long minVram) {}

    final Names<Group> groups = new Names<>();
    final Names<UUID> models = new Names<>();
    final Names<UUID> accounts = new Names<>();
    final Names<Integer> requirements = new Names<>();

    int size;
    long[] idHigh = new long[1024];
    long[] idLow = new long[1024];
    long[] requestHigh = new long[1024];
    long[] requestLow = new long[1024];
    double[] tag = new double[1024];
    double[] work = new double[1024];
    int[] group = new int[1024];
    int[] model = new int[1024];
    int[] account = new int[1024];
    int[] requirement = new int[1024];

    /** One job, behind all that were added before. */
    record Job(
            UUID id, UUID request, UUID account, UUID model, Group group, int requirement, double tag, double work) {}

    void add(Job job) {
        if (size == tag.length) {
            grow(size * 2);
        }
        idHigh[size] = job.id().getMostSignificantBits();
        idLow[size] = job.id().getLeastSignificantBits();
        requestHigh[size] = job.request().getMostSignificantBits();
        requestLow[size] = job.request().getLeastSignificantBits();
        tag[size] = job.tag();
        work[size] = job.work();
        group[size] = groups.number(job.group());
        model[size] = models.number(job.model());
        account[size] = accounts.number(job.account());
        requirement[size] = requirements.number(job.requirement());
        size++;
    }

    private void grow(int to) {
        idHigh = Arrays.copyOf(idHigh, to);
        idLow = Arrays.copyOf(idLow, to);
        requestHigh = Arrays.copyOf(requestHigh, to);
        requestLow = Arrays.copyOf(requestLow, to);
        tag = Arrays.copyOf(tag, to);
        work = Arrays.copyOf(work, to);
        group = Arrays.copyOf(group, to);
        model = Arrays.copyOf(model, to);
        account = Arrays.copyOf(account, to);
        requirement = Arrays.copyOf(requirement, to);
    }

    UUID id(int job) {
        return new UUID(idHigh[job], idLow[job]);
    }

    UUID request(int job) {
        return new UUID(requestHigh[job], requestLow[job]);
    }

    /** Milliseconds since 1970: ids are in order of time. */
    long since(int job) {
        return idHigh[job] >>> 16;
    }

    IdIndex byId() {
        return index(idHigh, idLow);
    }

    /** The first job of each request. */
    IdIndex byRequest() {
        return index(requestHigh, requestLow);
    }

    private IdIndex index(long[] high, long[] low) {
        var index = new IdIndex(size);
        for (int job = 0; job < size; job++) {
            index.put(high[job], low[job], job);
        }
        return index;
    }
}
