/** What all of a simulated server speaks: the dialect of a version, and JSON, texts and troubles as Python has them. */
@NullMarked
package org.genonaut.simulator.protocol;

import org.jspecify.annotations.NullMarked;
