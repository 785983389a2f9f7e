package io.examledger.query.projection;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.TransactionException;

/** Tells what may go away by itself from what an event brings with it. */
public final class Failures {
    private static final SQLExceptionTranslator SQL = new SQLExceptionSubclassTranslator();

    private Failures() {}

    /** Connections, locks, time-outs, at the bottom of it or above: tried again as it is, nothing is parked. */
    public static boolean passing(Throwable failure) {
        return causes(failure).anyMatch(Failures::passes);
    }

    /** The failure itself, what it was caused by, and so on. */
    public static Stream<Throwable> causes(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, cause -> cause.getCause())
                .map(Throwable.class::cast);
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof TransactionException
                || (failure instanceof SQLException sql && translated(sql));
    }

    private static boolean translated(SQLException sql) {
        Exception meaning = SQL.translate("a statement", null, sql);
        return meaning != null && passes(meaning);
    }
}
