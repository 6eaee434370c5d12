package org.genonaut;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Genonaut: a team's portal to a fleet of ComfyUI servers. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("themes/genonaut/styles.css")
public class GenonautApplication implements AppShellConfigurator {

    public static void main(String[] arguments) {
        SpringApplication.run(GenonautApplication.class, arguments);
    }
}
