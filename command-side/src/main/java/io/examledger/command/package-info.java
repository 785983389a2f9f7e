/** How commands are sent, decided and answered. Features live in the packages below, one per aggregate, policies beside them. */
@NullMarked
package io.examledger.command;

import org.jspecify.annotations.NullMarked;
