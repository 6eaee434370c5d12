/** What everybody should know of the fleet. */
@NullMarked
package org.genonaut.backend.ui;

import org.jspecify.annotations.NullMarked;
