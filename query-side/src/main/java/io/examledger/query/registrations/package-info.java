/** Who may sit what. */
@NullMarked
package io.examledger.query.registrations;

import org.jspecify.annotations.NullMarked;
