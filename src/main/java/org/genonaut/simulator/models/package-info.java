/** The model files that a simulated server offers. */
@NullMarked
package org.genonaut.simulator.models;

import org.jspecify.annotations.NullMarked;
