/** The pages of one's own account. */
@NullMarked
package org.genonaut.account.ui;

import org.jspecify.annotations.NullMarked;
