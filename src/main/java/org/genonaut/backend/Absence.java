package org.genonaut.backend;

import java.util.Locale;
import org.genonaut.comfyui.ComfyUIException;

/** Why a backend is away; pages have a sentence for each. */
public enum Absence {
    NO_SERVER,
    UNKNOWN_HOST,
    UNTRUSTED,
    NO_ANSWER,
    BROKEN,
    /** What stands before it wants other credentials. */
    REFUSED,
    /** Something else answers. */
    NO_COMFYUI,
    /** We lack the secret that it wants to be shown. */
    NO_SECRET;

    public static Absence of(ComfyUIException fault) {
        return switch (fault) {
            case ComfyUIException.Unreachable unreachable ->
                switch (unreachable.reason()) {
                    case NO_SERVER -> NO_SERVER;
                    case UNKNOWN_HOST -> UNKNOWN_HOST;
                    case UNTRUSTED -> UNTRUSTED;
                    case TIMED_OUT, ABANDONED -> NO_ANSWER;
                    case BROKEN -> BROKEN;
                };
            case ComfyUIException.UnexpectedAnswer strange -> strange.wantsCredentials() ? REFUSED : NO_COMFYUI;
            case ComfyUIException.FileGone gone -> NO_COMFYUI;
            case ComfyUIException.TooLarge large -> NO_COMFYUI;
        };
    }

    /** As keys of texts write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
