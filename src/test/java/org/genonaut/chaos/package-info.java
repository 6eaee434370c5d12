/** Breaks a whole installation on purpose, by a seed, and audits what became of the jobs. */
@NullMarked
package org.genonaut.chaos;

import org.jspecify.annotations.NullMarked;
