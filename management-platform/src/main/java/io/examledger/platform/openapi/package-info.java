/** The description of the interface for machines, generated from the code. */
@NullMarked
package io.examledger.platform.openapi;

import org.jspecify.annotations.NullMarked;
