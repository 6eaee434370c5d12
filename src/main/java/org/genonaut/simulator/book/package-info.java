/** The book of what a simulated server was asked and what it did, over all its restarts. */
@NullMarked
package org.genonaut.simulator.book;

import org.jspecify.annotations.NullMarked;
