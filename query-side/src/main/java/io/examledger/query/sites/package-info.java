/** Test centers and the seats of their sessions (APT-8). */
@NullMarked
package io.examledger.query.sites;

import org.jspecify.annotations.NullMarked;
