/** The form a member fills in and the progress they watch. */
@NullMarked
package org.genonaut.generation.ui;

import org.jspecify.annotations.NullMarked;
