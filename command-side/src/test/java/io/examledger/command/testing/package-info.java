/** What the tests of the command side share: aggregates without Spring, endpoints without a server, and sample facts. */
@NullMarked
package io.examledger.command.testing;

import org.jspecify.annotations.NullMarked;
