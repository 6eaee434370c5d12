package org.genonaut.storage;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where images are kept.
 *
 * @param directory made when it is missing; one file system throughout, because files are moved into place within it
 */
@ConfigurationProperties("genonaut.storage")
@Validated
record StorageProperties(
        @NotNull @DefaultValue("data/images") Path directory) {}
