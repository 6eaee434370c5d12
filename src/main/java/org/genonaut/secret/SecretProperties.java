package org.genonaut.secret;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * With which keys secrets are sealed.
 *
 * @param keyFile one key a line, 32 bytes in base64; the first seals, all open. Absent or blank: nothing can be sealed
 * @param createKeyFile whether it is made when it is missing, which would hide that it was lost
 */
@ConfigurationProperties("genonaut.secret")
record SecretProperties(
        @Nullable String keyFile, @DefaultValue("false") boolean createKeyFile) {}
