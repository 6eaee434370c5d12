package org.genonaut.account.limit;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** YAML tells numbers from text, and whoever writes a number means it. */
@Component
@ConfigurationPropertiesBinding
class QuotaOfNumber implements Converter<Number, Quota> {

    @Override
    public Quota convert(Number amount) {
        return Quota.of(amount.toString());
    }
}
