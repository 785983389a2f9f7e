/** How messages leave: carriers for email and SMS, and the rounds in which they are delivered (ADR 0012). */
@NullMarked
package io.examledger.platform.messages;

import org.jspecify.annotations.NullMarked;
