package org.genonaut.backend;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The fleet by configuration.
 *
 * @param urls one for each ComfyUI, such as {@code http://gpu-a:8188} or {@code GPU A=http://gpu-a:8188}
 */
@ConfigurationProperties("genonaut.comfyui")
public record BackendProperties(@DefaultValue List<String> urls) {}
