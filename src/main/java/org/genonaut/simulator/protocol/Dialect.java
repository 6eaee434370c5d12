package org.genonaut.simulator.protocol;

/** Which generation of ComfyUI a simulator speaks as; the routes of the older one exist in both. */
public enum Dialect {
    /** As recorded on a real server of this version. */
    V0_3_64("0.3.64"),

    /**
     * As later versions are known to differ: prompt ids must be UUIDs, combos in the new notation are checked, jobs can
     * be listed and cancelled, and each prompt chooses its own previews.
     */
    NEWER("0.35.1");

    private final String version;

    Dialect(String version) {
        this.version = version;
    }

    /** What {@code /system_stats} tells as the version. */
    public String version() {
        return version;
    }

    public boolean isNewer() {
        return this == NEWER;
    }
}
