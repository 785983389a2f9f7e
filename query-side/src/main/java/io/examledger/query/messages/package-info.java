/** The message centre. */
@NullMarked
package io.examledger.query.messages;

import org.jspecify.annotations.NullMarked;
