package org.genonaut.generation.queue;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes many tags at once: two hundred one by one would hold their account's row for too long. */
final class Tags {

    private static final String WRITE = """
            update json_table(?, '$[*]' columns (id varchar(36) path '$[0]', tag double path '$[1]')) given
             straight_join generation_job j on j.id = cast(given.id as uuid)
               set j.tag = given.tag where j.status in ('waiting', 'backing_off')""";

    private Tags() {}

    record Tag(UUID job, double tag) {

        private String json() {
            return "[\"" + job + "\"," + tag + "]";
        }
    }

    static void write(JdbcClient jdbc, List<Tag> tags) {
        if (!tags.isEmpty()) {
            var json = tags.stream().map(Tag::json).collect(joining(",", "[", "]"));
            jdbc.sql(WRITE).param(json).update();
        }
    }
}
