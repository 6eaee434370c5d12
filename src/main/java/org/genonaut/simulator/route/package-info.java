/** What a simulated server answers: one class for each group of paths. */
@NullMarked
package org.genonaut.simulator.route;

import org.jspecify.annotations.NullMarked;
