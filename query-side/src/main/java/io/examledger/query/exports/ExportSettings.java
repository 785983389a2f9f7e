package io.examledger.query.exports;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where export files lie, and for how long.
 *
 * @param directory of this installation's data; nodes that share a database share it
 * @param retention after which a finished export's file is deleted
 */
public record ExportSettings(Path directory, Duration retention) {}
