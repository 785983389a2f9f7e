/** Opening a test center. */
@NullMarked
package io.examledger.command.site.open;

import org.jspecify.annotations.NullMarked;
