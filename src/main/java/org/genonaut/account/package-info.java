/** Who is signed in: accounts, identities, roles and API tokens. */
@NullMarked
package org.genonaut.account;

import org.jspecify.annotations.NullMarked;
