/** The grid of thumbnails and the viewer. */
@NullMarked
package org.genonaut.gallery.ui;

import org.jspecify.annotations.NullMarked;
