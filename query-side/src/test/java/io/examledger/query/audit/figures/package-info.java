@NullMarked
package io.examledger.query.audit.figures;

import org.jspecify.annotations.NullMarked;
