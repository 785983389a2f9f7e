package io.examledger.platform.axon;

import io.examledger.eventstore.LogDialect;
import io.examledger.eventstore.LogSignal;
import io.examledger.eventstore.PostgresLogListener;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Listens for what other nodes append. H2 has one node and nothing to listen to. */
final class OtherNodes implements SmartLifecycle {
    private final DataSource dataSource;
    private final LogDialect dialect;
    private final LogSignal signal;
    private final Duration fallback;
    private @Nullable PostgresLogListener listener;

    OtherNodes(DataSource dataSource, LogDialect dialect, LogSignal signal, Duration fallback) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.signal = signal;
        this.fallback = fallback;
    }

    @Override
    public synchronized void start() {
        if (dialect == LogDialect.POSTGRESQL && listener == null) {
            listener = new PostgresLogListener(dataSource, signal, fallback);
            listener.start();
        }
    }

    @Override
    public synchronized void stop() {
        if (listener != null) {
            listener.close();
            listener = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return listener != null;
    }
}
