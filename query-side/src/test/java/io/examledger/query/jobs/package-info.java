@NullMarked
package io.examledger.query.jobs;

import org.jspecify.annotations.NullMarked;
