package org.genonaut.shell;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the API as a whole.
 *
 * @param largestBody a request with a larger body is refused with 413
 */
@ConfigurationProperties("genonaut.api")
record ApiProperties(@DefaultValue("1MB") DataSize largestBody) {}
