package org.genonaut.generation.queue;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.UUID;
import org.genonaut.backend.BackendId;
import org.springframework.stereotype.Component;

/** How many jobs each backend holds, of whichever node. */
@Component
public class Slots {

    private final QueueDatabase database;

    Slots(QueueDatabase database) {
        this.database = database;
    }

    private record Held(BackendId backend, int jobs) {}

    public Map<BackendId, Integer> held() {
        return database
                .jdbc()
                .sql("select backend_id, count(job_id) jobs from backend_slot group by backend_id")
                .query((row, number) ->
                        new Held(new BackendId(row.getObject("backend_id", UUID.class)), row.getInt("jobs")))
                .list()
                .stream()
                .collect(toMap(Held::backend, Held::jobs));
    }
}
