package io.examledger.benchmarks.commands;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * What one measurement needs.
 *
 * @param history stored beforehand, in bulk; each list at once
 * @param commands sent then, each once
 */
record Batch(List<List<DomainEventMessage<?>>> history, List<Object> commands) {}
