/** One PostgreSQL from binaries, durable as in production, and pgbench. */
@NullMarked
package io.examledger.benchmarks.server;

import org.jspecify.annotations.NullMarked;
