/** What the platform's tests share: a started system, tokens, HTTP, databases. */
@NullMarked
package io.examledger.platform.testing;

import org.jspecify.annotations.NullMarked;
