/** Test centers. */
@NullMarked
package io.examledger.command.site;

import org.jspecify.annotations.NullMarked;
