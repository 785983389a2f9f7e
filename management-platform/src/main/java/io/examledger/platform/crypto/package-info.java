/**
 * Keeps secrets and personal data out of clear text: the kernel's vaults, built on Google Tink. {@code KeyRing} is where
 * to start reading.
 */
@NullMarked
package io.examledger.platform.crypto;

import org.jspecify.annotations.NullMarked;
