package org.genonaut.generation.lane;

import jakarta.annotation.security.RolesAllowed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.catalog.AvailableModel;
import org.genonaut.catalog.ModelCatalog;
import org.genonaut.catalog.ModelFamily;
import org.genonaut.catalog.ModelId;
import org.genonaut.generation.GenerationId;
import org.genonaut.generation.lane.LaneBlock.Person;
import org.genonaut.generation.lane.QueueRow.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists what waits and runs, in the order in which it comes, each list by one query. */
@Repository
@Transactional(readOnly = true)
public class QueueRows {

    /** As many as a list shows. */
    public static final int MOST = 200;

    /** Of how many jobs the first generations are found. */
    private static final int JOBS = 4_000;

    private static final String ROWS = """
            select r.id, r.account_id, p.display_name, left(r.prompt, 300) prompt, any_job.base_model_id, any_job.lane < 1 slow_lane,
              sum(j.status in ('waiting', 'backing_off', 'paused', 'processing')) * r.batch_size images,
              max(j.attempts > 0) begun, sum(j.status = 'processing') running, sum(j.status in ('waiting', 'backing_off')) waiting,
              sum(j.status = 'paused') paused,
              min(case when j.status in ('waiting', 'backing_off') then j.tag end) tag
              from generation_request r
              join generation_job j on j.request_id = r.id
              join generation_job any_job on any_job.request_id = r.id and any_job.number = 0
              join account p on p.id = r.account_id
            """;

    private static final String MINE = ROWS + """
             where r.account_id = ? and r.status in ('pending', 'processing')
             group by r.id
             order by max(j.status = 'processing') desc, max(j.status in ('waiting', 'backing_off')) desc, tag, r.id limit %d""".formatted(MOST);

    private static final String OF_ALL = ROWS + """
              join (select distinct request_id from (
                (select request_id from generation_job force index (ix_order) where status = 'waiting'
                  order by tag, id limit %1$d)
                union all
                (select request_id from generation_job where status in ('backing_off', 'paused') limit %1$d)) first)
                first on first.request_id = r.id
             group by r.id
             order by max(j.status in ('waiting', 'backing_off')) desc, tag, r.id limit %2$d""".formatted(JOBS, MOST);

    /** Somebody's own wait together, wherever they stand among the others. */
    private static final String OF_ONE = ROWS + """
             where r.account_id = :account and r.status in ('pending', 'processing')
             group by r.id having waiting > 0 or running = 0
             order by max(j.status in ('waiting', 'backing_off')) desc, tag, r.id limit %d""".formatted(MOST);

    private final JdbcClient jdbc;
    private final ModelCatalog catalog;

    QueueRows(JdbcClient jdbc, ModelCatalog catalog) {
        this.jdbc = jdbc;
        this.catalog = catalog;
    }

    /** What an account has open: what runs first, then in the order in which it will. */
    public List<QueueRow> mine(AccountId account) {
        return jdbc.sql(MINE)
                .param(account.value())
                .query((row, number) -> row(row, true))
                .list();
    }

    /**
     * The first of all that waits, whosever it is.
     *
     * @param of only what is this account's; null for everybody's
     */
    @RolesAllowed("ADMIN")
    public List<QueueRow> waiting(@Nullable AccountId of) {
        return of == null ? ofAll() : waitingOf(of);
    }

    /** What waits of one account, in its order. */
    public List<QueueRow> waitingOf(AccountId account) {
        return jdbc.sql(OF_ONE)
                .param("account", account.value())
                .query((row, number) -> row(row, false))
                .list();
    }

    private List<QueueRow> ofAll() {
        return jdbc.sql(OF_ALL).query((row, number) -> row(row, false)).list();
    }

    /** Who has anything open. */
    @RolesAllowed("ADMIN")
    public List<Person> people() {
        return jdbc.sql("select p.id, p.display_name from queue_flow f join account p on p.id = f.account_id"
                        + " where f.open_jobs > 0 order by p.display_name limit 500")
                .query((row, number) ->
                        new Person(new AccountId(row.getObject("id", UUID.class)), row.getString("display_name")))
                .list();
    }

    private QueueRow row(ResultSet row, boolean withRunning) throws SQLException {
        return new QueueRow(
                new GenerationId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("display_name"),
                row.getString("prompt"),
                family(row.getObject("base_model_id", UUID.class)),
                row.getInt("images"),
                standing(row),
                withRunning && row.getInt("running") > 0,
                row.getInt("begun") > 0,
                row.getBoolean("slow_lane"));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        if (row.getInt("waiting") > 0) {
            return Standing.WAITING;
        }
        return row.getInt("paused") > 0 ? Standing.PAUSED : Standing.BEGUN;
    }

    private ModelFamily family(UUID model) {
        return catalog.find(new ModelId(model)).map(AvailableModel::family).orElse(ModelFamily.OTHER);
    }
}
