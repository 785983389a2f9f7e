/** Commands for each second: this system, Axon's stock engines, and pgbench as the yardstick. */
@NullMarked
package io.examledger.benchmarks.commands;

import org.jspecify.annotations.NullMarked;
