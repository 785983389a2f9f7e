/** The catalogue as anyone may read it. */
@NullMarked
package io.examledger.query.subjects;

import org.jspecify.annotations.NullMarked;
