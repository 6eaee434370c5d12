package org.genonaut.generation.queue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Has the database explain each statement of the queue just before it is executed, with the values that it has then. */
final class Plans implements BeanPostProcessor {

    private final List<Step> steps = new CopyOnWriteArrayList<>();
    private volatile boolean listening;

    /** One row of the tabular form. */
    record Step(String statement, String type, String key, long rows, String extra) {}

    private record Value(Method setter, Object[] arguments) {}

    void listen() {
        steps.clear();
        listening = true;
    }

    List<Step> heard() {
        listening = false;
        return List.copyOf(steps);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? explained(source) : bean;
    }

    private DataSource explained(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                var connection = super.getConnection();
                return proxy(Connection.class, connection, (self, method, arguments) -> {
                    var result = call(connection, method, arguments);
                    return result instanceof PreparedStatement statement
                                    && arguments[0] instanceof String sql
                                    && listening
                                    && isOfTheQueue(sql)
                            ? explained(connection, sql, statement)
                            : result;
                });
            }
        };
    }

    private PreparedStatement explained(Connection connection, String sql, PreparedStatement statement) {
        var values = new ArrayList<Value>();
        return proxy(PreparedStatement.class, statement, (self, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length > 1) {
                values.add(new Value(method, arguments));
            } else if (method.getName().startsWith("execute")) {
                explain(connection, sql, values);
            }
            return call(statement, method, arguments);
        });
    }

    private void explain(Connection connection, String sql, List<Value> values) throws Throwable {
        try (var statement = connection.prepareStatement("explain " + sql)) {
            for (var value : values) {
                call(statement, value.setter(), value.arguments());
            }
            var rows = statement.executeQuery();
            while (rows.next()) {
                steps.add(new Step(
                        sql,
                        String.valueOf(rows.getString("type")),
                        String.valueOf(rows.getString("key")),
                        rows.getLong("rows"),
                        String.valueOf(rows.getString("Extra"))));
            }
        }
    }

    private static boolean isOfTheQueue(String sql) {
        var lower = sql.strip().toLowerCase(Locale.ROOT);
        return lower.contains("generation_")
                && Stream.of("select", "update", "delete").anyMatch(lower::startsWith);
    }

    private static <T> T proxy(Class<T> type, T target, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Plans.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
