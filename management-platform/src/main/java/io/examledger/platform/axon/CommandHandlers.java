package io.examledger.platform.axon;

import java.util.List;

/**
 * A part of the command side, as the command bus takes it.
 *
 * @param all objects with command handlers
 */
record CommandHandlers(List<Object> all) {
    CommandHandlers {
        all = List.copyOf(all);
    }
}
