/** The simulator as a program of its own. */
@NullMarked
package org.genonaut.simulator.command;

import org.jspecify.annotations.NullMarked;
