package org.genonaut.shell;

import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the API speaks JSON: {@code snake_case} names, and a field that it does not know is an error.
 *
 * <p>This holds for bodies of our own API only. ComfyUI may send as many new fields as it likes.
 */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    static final PropertyNamingStrategies.SnakeCaseStrategy NAMING = new PropertyNamingStrategies.SnakeCaseStrategy();

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE) // After Spring Boot's own, so that this converter is the one that counts.
    ServerHttpMessageConvertersCustomizer strictSnakeCase(JsonMapper mapper) {
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict(mapper)));
    }

    static JsonMapper strict(JsonMapper mapper) {
        return mapper.rebuild()
                .propertyNamingStrategy(NAMING)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }
}
