@NullMarked
package io.examledger.query.access;

import org.jspecify.annotations.NullMarked;
