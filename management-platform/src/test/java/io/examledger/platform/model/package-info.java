/**
 * Random histories of commands against a small model of the rule book: what the model expects of each command is compared
 * with what the command side does, and its state with the events and the read models.
 */
@NullMarked
package io.examledger.platform.model;

import org.jspecify.annotations.NullMarked;
