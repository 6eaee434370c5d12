/** Where the rows live: an embedded MariaDB or a configured server, and the two connection pools. Nothing uses it. */
@NullMarked
package org.genonaut.database;

import org.jspecify.annotations.NullMarked;
