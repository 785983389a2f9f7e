/** Opening a session at a site. */
@NullMarked
package io.examledger.command.examsession.open;

import org.jspecify.annotations.NullMarked;
