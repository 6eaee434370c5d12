package org.genonaut.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;

/**
 * The database and its two connection pools.
 *
 * <p>The default pool, Spring Boot's, serves pages and programs. The one qualified {@code runner} serves the job
 * runner alone, so that a flood of searches never keeps a GPU waiting.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    Database database(DatabaseProperties properties, @Value("${genonaut.data-directory}") String dataDirectory) {
        var url = properties.url();
        return StringUtils.hasText(url)
                ? new DatabaseServer(url, properties.user(), properties.password())
                : EmbeddedMariaDB.start(Path.of(dataDirectory), properties.embedded());
    }

    @Bean(defaultCandidate = false)
    @Qualifier("runner") @ConfigurationProperties("genonaut.db.runner")
    HikariDataSource runnerDataSource(JdbcConnectionDetails database) {
        var pool = new HikariDataSource();
        pool.setPoolName("runner");
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        return pool;
    }

    @Bean(defaultCandidate = false)
    @Qualifier("runner") JdbcClient runnerJdbcClient(@Qualifier("runner") DataSource pool) {
        return JdbcClient.create(pool);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("runner") PlatformTransactionManager runnerTransactionManager(@Qualifier("runner") DataSource pool) {
        return new JdbcTransactionManager(pool);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("runner") TransactionTemplate runnerTransactions(@Qualifier("runner") PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }
}
