/** What every query has in common: pages, filters and the ways in which a question can be wrong. Features live in the packages below. */
@NullMarked
package io.examledger.query;

import org.jspecify.annotations.NullMarked;
