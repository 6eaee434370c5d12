/** Where admins look after the catalog. */
@NullMarked
package org.genonaut.catalog.ui;

import org.jspecify.annotations.NullMarked;
