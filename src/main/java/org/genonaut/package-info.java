/** The application: what is wired together and who may come in. */
@NullMarked
package org.genonaut;

import org.jspecify.annotations.NullMarked;
