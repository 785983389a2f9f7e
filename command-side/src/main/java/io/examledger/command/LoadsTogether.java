package io.examledger.command;

import java.util.Set;

/** A command that says beforehand which aggregates it may load, so that one query reads them all. */
public interface LoadsTogether {
    /** Whether they exist or not. */
    Set<String> aggregateIds();
}
