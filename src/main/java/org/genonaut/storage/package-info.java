/** Keeps the bytes of images and their renditions. */
@NullMarked
package org.genonaut.storage;

import org.jspecify.annotations.NullMarked;
