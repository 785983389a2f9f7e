package io.examledger.query.accounts;

import org.jspecify.annotations.Nullable;

/**
 * A person as others see them.
 *
 * @param name null once the person has been erased
 */
public record PersonView(String accountId, @Nullable String name) {}
