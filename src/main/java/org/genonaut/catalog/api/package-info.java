/** The catalog for programs. */
@NullMarked
package org.genonaut.catalog.api;

import org.jspecify.annotations.NullMarked;
