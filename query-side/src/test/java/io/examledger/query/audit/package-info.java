@NullMarked
package io.examledger.query.audit;

import org.jspecify.annotations.NullMarked;
