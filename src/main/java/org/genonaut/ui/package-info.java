/** Vaadin parts that any view may use. */
@NullMarked
package org.genonaut.ui;

import org.jspecify.annotations.NullMarked;
