/** How much an account may have, and what it spent of that. */
@NullMarked
package org.genonaut.account.limit;

import org.jspecify.annotations.NullMarked;
