/** Looking back: what was made, newest first. */
@NullMarked
package org.genonaut.gallery;

import org.jspecify.annotations.NullMarked;
