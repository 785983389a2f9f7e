/** Delivering messages: attempts with pauses between them, over the carriers that the platform provides (ADR 0012). */
@NullMarked
package io.examledger.command.message.deliver;

import org.jspecify.annotations.NullMarked;
