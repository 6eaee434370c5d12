package org.genonaut.shell;

import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

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
                // What is of another type is a mistake, not a wish to be guessed.
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }
}
