package org.genonaut.backend.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.genonaut.backend.BackendDeclaration;
import org.genonaut.backend.Fleet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Declares the fleet that the configuration names, at each start. Refuses to start with one that cannot be meant. */
@Component
class ConfiguredBackends {

    private static final Logger log = LoggerFactory.getLogger(ConfiguredBackends.class);

    private static final String URLS = "genonaut.comfyui.urls";
    private static final String BACKENDS = "genonaut.comfyui.backends";

    private final List<BackendDeclaration> declarations;
    private final Fleet fleet;

    ConfiguredBackends(BackendProperties properties, Fleet fleet) {
        this.declarations = declarations(properties);
        this.fleet = fleet;
    }

    /** Before anybody else declares backends. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void declare() {
        declarations.stream()
                .filter(backend -> backend.connection().exposesSecrets())
                .forEach(backend -> log.warn(
                        "Backend {} at {} gets its credentials over plain http, where others can read them: use https",
                        backend.name(),
                        backend.url()));
        fleet.begin(declarations);
    }

    /** @throws BackendMisconfigured if one cannot be meant, or two have the same address */
    static List<BackendDeclaration> declarations(BackendProperties properties) {
        var declarations = new ArrayList<BackendDeclaration>();
        var addresses = new HashSet<String>();
        for (var text : properties.urls()) {
            var key = URLS + "[" + declarations.size() + "]";
            add(declarations, addresses, key, named(key, text.strip(), nextName(declarations)));
        }
        for (int number = 0; number < properties.backends().size(); number++) {
            var key = BACKENDS + "[" + number + "]";
            var reader = new BackendEntryReader(key, properties.backends().get(number));
            add(declarations, addresses, key + ".url", reader.read(nextName(declarations)));
        }
        return List.copyOf(declarations);
    }

    private static void add(
            List<BackendDeclaration> declarations,
            HashSet<String> addresses,
            String key,
            BackendDeclaration declaration) {
        if (!addresses.add(declaration.url().toString())) {
            throw new BackendMisconfigured(key, "Another backend has the same address, " + declaration.url());
        }
        declarations.add(declaration);
    }

    private static BackendDeclaration named(String key, String text, String nameOtherwise) {
        int equals = text.indexOf('=');
        // An equals sign after the colon belongs to the address.
        boolean named = equals > 0 && equals < text.indexOf("://");
        var url = BackendEntryReader.address(key, named ? text.substring(equals + 1) : text);
        try {
            return new BackendDeclaration(named ? text.substring(0, equals).strip() : nameOtherwise, url);
        } catch (IllegalArgumentException e) {
            throw new BackendMisconfigured(key, String.valueOf(e.getMessage()));
        }
    }

    /** GPU A to GPU Z, then GPU A1 to GPU Z1, and so on. */
    private static String nextName(List<BackendDeclaration> declarations) {
        int index = declarations.size();
        var letter = String.valueOf((char) ('A' + index % 26));
        return "GPU " + (index < 26 ? letter : letter + index / 26);
    }
}
