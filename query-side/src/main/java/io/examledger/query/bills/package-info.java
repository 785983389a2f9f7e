/** Orders as the management platform shows them (PLT-2). */
@NullMarked
package io.examledger.query.bills;

import org.jspecify.annotations.NullMarked;
