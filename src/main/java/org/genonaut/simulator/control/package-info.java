/** A small API over HTTP to spoil a running simulator, and to read its book. */
@NullMarked
package org.genonaut.simulator.control;

import org.jspecify.annotations.NullMarked;
