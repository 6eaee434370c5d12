package org.genonaut.generation.queue;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Learns or charges what a job's end shows, in the transaction that ends it. */
public interface JobEndListener {

    /** @param jdbc within that transaction; what is thrown undoes the end */
    void ended(JdbcClient jdbc, JobEnd end);
}
