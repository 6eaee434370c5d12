/** The backends that the configuration names, and one sentence where it names them wrongly. */
@NullMarked
package org.genonaut.backend.configuration;

import org.jspecify.annotations.NullMarked;
