package org.genonaut.secret;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** Reads the keys at the start, which never fails because of them. */
@Configuration(proxyBeanMethods = false)
class SecretConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SecretConfiguration.class);

    @Bean
    Secrets secrets(SecretProperties properties) {
        return new Secrets(keys(properties), System::getenv);
    }

    private static KeyRing keys(SecretProperties properties) {
        var path = properties.keyFile();
        if (!StringUtils.hasText(path)) {
            return KeyRing.none(
                    "There is no key to seal secrets with: write one by openssl rand -base64 32 into a file,"
                            + " and name it in GENONAUT_SECRET_KEY_FILE");
        }
        var file = new KeyFile(Path.of(path));
        if (properties.createKeyFile()) {
            create(file);
        }
        var keys = file.read();
        keys.absence().ifPresent(log::error);
        return keys;
    }

    private static void create(KeyFile file) {
        try {
            file.createIfMissing();
        } catch (IOException e) {
            log.error("The key file {} cannot be made: {}", file.path(), e.toString());
        }
    }
}
