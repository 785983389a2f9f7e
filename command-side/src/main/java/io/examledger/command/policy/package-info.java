/** Policies: what happens by itself after an event. */
@NullMarked
package io.examledger.command.policy;

import org.jspecify.annotations.NullMarked;
