package io.examledger.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Comes between a store and its database: a test waits here, breaks something or counts. */
interface Interception {
    default void beforeConnect() throws SQLException {}

    default void beforeCommit(Connection connection) throws SQLException {}

    default void afterCommit(Connection connection) throws SQLException {}

    /** Before a batch of inserts is sent. */
    default void beforeBatch(Connection connection, String sql) throws SQLException {}

    default void beforePrepare(Connection connection, String sql) throws SQLException {}

    default void afterClose() throws SQLException {}

    default DataSource of(DataSource real) {
        return proxy(DataSource.class, (method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                beforeConnect();
            }
            Object result = call(method, real, arguments);
            return result instanceof Connection connection ? of(connection) : result;
        });
    }

    private Connection of(Connection real) {
        return proxy(Connection.class, (method, arguments) -> {
            String name = method.getName();
            if (name.equals("commit")) {
                beforeCommit(real);
            }
            if (name.equals("prepareStatement")) {
                beforePrepare(real, (String) arguments[0]);
            }
            Object result = call(method, real, arguments);
            if (name.equals("commit")) {
                afterCommit(real);
            }
            if (name.equals("close")) {
                afterClose();
            }
            return result instanceof PreparedStatement statement ? of(statement, real, (String) arguments[0]) : result;
        });
    }

    private PreparedStatement of(PreparedStatement real, Connection connection, String sql) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().equals("executeBatch")) {
                beforeBatch(connection, sql);
            }
            return call(method, real, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.run(method, arguments == null ? new Object[0] : arguments)));
    }

    private static @Nullable Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** One call of a proxy. */
    interface Call {
        @Nullable
        Object run(Method method, Object[] arguments) throws Throwable;
    }
}
