package org.genonaut.demo;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the demo does by itself.
 *
 * @param searchPorts on 127.0.0.1, where a ComfyUI is looked for
 * @param speed how many times as fast as a real GPU the simulator works
 * @param gallery whether a first gallery is drawn
 */
@ConfigurationProperties("genonaut.demo")
record DemoProperties(
        @DefaultValue({"8000", "8188"}) List<Integer> searchPorts,
        @DefaultValue("2") double speed,
        @DefaultValue("true") boolean gallery) {}
