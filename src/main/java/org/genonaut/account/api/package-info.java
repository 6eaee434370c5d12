/** Signing in for programs. */
@NullMarked
package org.genonaut.account.api;

import org.jspecify.annotations.NullMarked;
