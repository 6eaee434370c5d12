/** The frame around the pages: main layout, sign-in, errors. */
@NullMarked
package org.genonaut.shell;

import org.jspecify.annotations.NullMarked;
