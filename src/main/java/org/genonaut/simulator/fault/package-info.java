/** What can go wrong with a simulated server, as data, and what of it is switched on. */
@NullMarked
package org.genonaut.simulator.fault;

import org.jspecify.annotations.NullMarked;
