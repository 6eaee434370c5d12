/** Secrets at rest: sealing and opening short texts, and references to where a secret stands. */
@NullMarked
package org.genonaut.secret;

import org.jspecify.annotations.NullMarked;
