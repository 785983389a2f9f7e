/** Subjects: the certification exams that can be bought. */
@NullMarked
package io.examledger.kernel.subject;

import org.jspecify.annotations.NullMarked;
