/** What people are told of: which events are announced, over which channels, and in which words. */
@NullMarked
package io.examledger.kernel.announcement;

import org.jspecify.annotations.NullMarked;
