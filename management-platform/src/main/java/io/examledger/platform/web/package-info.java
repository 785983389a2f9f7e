/** What every request goes through: its identity, the limit of its body, strict JSON, problem details. */
@NullMarked
package io.examledger.platform.web;

import org.jspecify.annotations.NullMarked;
