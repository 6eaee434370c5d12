package org.genonaut;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells who has just started the demo where to go and how to get in. */
@Component
@Profile("demo")
class Welcome {

    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    @EventListener
    void ready(WebServerInitializedEvent event) {
        log.info(
                "Genonaut is ready: http://127.0.0.1:{} (sign in as maya, noah or admin; the password is the name)",
                event.getWebServer().getPort());
    }
}
