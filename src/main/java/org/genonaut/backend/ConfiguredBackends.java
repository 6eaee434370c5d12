package org.genonaut.backend;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Declares the fleet that the configuration names, at each start. */
@Component
class ConfiguredBackends {

    private final BackendProperties properties;
    private final Fleet fleet;

    ConfiguredBackends(BackendProperties properties, Fleet fleet) {
        this.properties = properties;
        this.fleet = fleet;
    }

    /** Before anybody else declares backends. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void declare() {
        fleet.begin(declarations());
    }

    private List<BackendDeclaration> declarations() {
        var declarations = new ArrayList<BackendDeclaration>();
        for (var entry : properties.urls()) {
            var text = entry.strip();
            int equals = text.indexOf('=');
            // An equals sign after the colon belongs to the address.
            boolean named = equals > 0 && equals < text.indexOf("://");
            var url = URI.create(named ? text.substring(equals + 1).strip() : text);
            var name = named ? text.substring(0, equals).strip() : "GPU " + letter(declarations.size());
            declarations.add(new BackendDeclaration(name, url));
        }
        return declarations;
    }

    /** A to Z, then A1 to Z1, and so on. */
    private static String letter(int index) {
        var letter = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? letter : letter + index / 26;
    }
}
