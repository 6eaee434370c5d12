package org.genonaut.generation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.RecipeJson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells the runner what a request asks for and how far it is; never who may see it. */
@Repository
public class RequestStandings {

    private static final String STANDING = """
            select r.parameters, r.status, r.batch_count jobs,
              (select group_concat(j.number) from generation_job j where j.request_id = r.id
                and j.status in ('completed', 'failed', 'cancelled')) ended,
              (select count(*) from generation_image i where i.request_id = r.id) images
              from generation_request r where r.id = ?""";

    private final JdbcClient jdbc;

    RequestStandings(@Qualifier("runner") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is asked for and what became of it so far.
     *
     * @param jobs how many it has
     * @param ended the numbers of those that are open no more
     * @param images how many are stored
     */
    public record Standing(
            GenerationParameters parameters, GenerationStatus status, int jobs, Set<Integer> ended, int images) {

        public Standing {
            ended = Set.copyOf(ended);
        }
    }

    public Standing of(UUID request) {
        return jdbc.sql(STANDING)
                .param(request)
                .query((row, number) -> new Standing(
                        RecipeJson.read(row.getString("parameters")),
                        GenerationStatus.ofWord(row.getString("status")),
                        row.getInt("jobs"),
                        numbers(row.getString("ended")),
                        row.getInt("images")))
                .single();
    }

    /** @param joined numbers of jobs with commas between them; null for none */
    public static Set<Integer> numbers(@Nullable String joined) {
        return joined == null
                ? Set.of()
                : Stream.of(joined.split(",", -1)).map(Integer::valueOf).collect(toUnmodifiableSet());
    }
}
