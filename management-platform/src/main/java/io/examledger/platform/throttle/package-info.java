/** Keeps clients from trying too often. */
@NullMarked
package io.examledger.platform.throttle;

import org.jspecify.annotations.NullMarked;
