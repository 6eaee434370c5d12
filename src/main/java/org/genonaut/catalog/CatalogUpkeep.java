package org.genonaut.catalog;

import static com.github.kagkarlsson.scheduler.task.schedule.Schedules.fixedDelay;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notices models that come and go while their backend stays up. */
@Configuration(proxyBeanMethods = false)
class CatalogUpkeep {

    private static final Duration EVERY = Duration.ofMinutes(5);

    @Bean
    Task<?> refreshCatalog(ModelCatalog catalog) {
        return Tasks.recurring("catalog-refresh", fixedDelay(EVERY)).execute((task, context) -> catalog.askAll());
    }
}
