package org.genonaut;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** Genonaut: a team's portal to a fleet of ComfyUI servers. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableResilientMethods
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("themes/genonaut/styles.css")
public class GenonautApplication implements AppShellConfigurator {

    public static void main(String[] arguments) {
        // The database driver writes instants in the zone of the JVM, whatever it is told about the connection's.
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        SpringApplication.run(GenonautApplication.class, arguments);
    }

    /** Ticks in microseconds, as the database does: what is stored equals what is read again. */
    @Bean
    static Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
