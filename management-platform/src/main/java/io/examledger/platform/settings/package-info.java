/** What an operator can set, and the refusal to start without what must be set. */
@NullMarked
package io.examledger.platform.settings;

import org.jspecify.annotations.NullMarked;
