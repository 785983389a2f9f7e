/** Asking for a message. */
@NullMarked
package io.examledger.command.message.request;

import org.jspecify.annotations.NullMarked;
