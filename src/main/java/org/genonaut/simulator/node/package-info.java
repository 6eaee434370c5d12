/** What each class of nodes does, and what nodes hand to each other: not tensors, but what is needed to draw a picture. */
@NullMarked
package org.genonaut.simulator.node;

import org.jspecify.annotations.NullMarked;
