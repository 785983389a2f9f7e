/** Tests of sites. */
@NullMarked
package io.examledger.query.sites;

import org.jspecify.annotations.NullMarked;
