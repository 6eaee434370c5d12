/** Who did what to others' work and to the fleet, for good. */
@NullMarked
package org.genonaut.account.audit;

import org.jspecify.annotations.NullMarked;
