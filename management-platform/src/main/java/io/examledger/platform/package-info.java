/** The one bootable application: its main class. What it is made of lives in the packages below, one per concern. */
@NullMarked
package io.examledger.platform;

import org.jspecify.annotations.NullMarked;
