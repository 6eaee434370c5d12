/** How a backend is reached: address, credentials, trust and timeouts, and how its secrets lie in the database. */
@NullMarked
package org.genonaut.backend.connection;

import org.jspecify.annotations.NullMarked;
