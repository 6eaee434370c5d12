package org.genonaut.backend;

import org.genonaut.comfyui.Pace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class BackendConfiguration {

    @Bean
    Pace comfyUIPace() {
        return Pace.DEFAULT;
    }
}
