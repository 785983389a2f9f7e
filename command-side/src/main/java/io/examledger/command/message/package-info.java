/** Messages by email and SMS: asked for by a policy, handed over by a courier, each at most once for its cause. */
@NullMarked
package io.examledger.command.message;

import org.jspecify.annotations.NullMarked;
