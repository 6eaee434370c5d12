package org.genonaut.generation;

import java.util.UUID;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.RecipeJson;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells the runner what a request asks for and how far it is; never who may see it. */
@Repository
public class RequestStandings {

    private static final String STANDING = """
            select r.parameters, r.status, r.batch_count jobs,
              (select count(*) from generation_job j where j.request_id = r.id
                and j.status in ('completed', 'failed', 'cancelled')) jobs_ended,
              (select count(*) from generation_image i where i.request_id = r.id) images
              from generation_request r where r.id = ?""";

    private final JdbcClient jdbc;

    RequestStandings(@Qualifier("runner") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is asked for, and how many of its jobs have ended with how many images. */
    public record Standing(
            GenerationParameters parameters, GenerationStatus status, int jobs, int jobsEnded, int images) {}

    public Standing of(UUID request) {
        return jdbc.sql(STANDING)
                .param(request)
                .query((row, number) -> new Standing(
                        RecipeJson.read(row.getString("parameters")),
                        GenerationStatus.ofWord(row.getString("status")),
                        row.getInt("jobs"),
                        row.getInt("jobs_ended"),
                        row.getInt("images")))
                .single();
    }
}
