package org.genonaut.comfyui;

import java.util.Locale;
import org.genonaut.comfyui.wire.Certificates;

/** Which certificate a ComfyUI behind https must show. */
public sealed interface Trust {

    /** One that the Java platform trusts, issued for the host's name. */
    record Platform() implements Trust {}

    /**
     * One that these authorities, and no others, have issued for the host's name.
     *
     * @param pem one or more certificates, each between {@code BEGIN} and {@code END CERTIFICATE}
     */
    record PrivateAuthority(String pem) implements Trust {

        public PrivateAuthority {
            if (Certificates.read(pem).isEmpty()) {
                throw new IllegalArgumentException(
                        "An authority is one or more certificates in PEM, which begin with -----BEGIN CERTIFICATE-----");
            }
        }
    }

    /**
     * Exactly this one, whoever issued it, for whatever host and until whenever.
     *
     * @param fingerprint SHA-256 of the certificate's DER bytes
     */
    record Pinned(Sha256 fingerprint) implements Trust {

        /**
         * Reads a fingerprint as people copy it: in either case, with colons or without.
         *
         * @throws IllegalArgumentException if these are not 32 bytes in hexadecimal digits
         */
        public static Pinned of(String fingerprint) {
            return new Pinned(new Sha256(fingerprint.strip().replace(":", "").toLowerCase(Locale.ROOT)));
        }
    }

    /** What the platform trusts. */
    static Trust platform() {
        return new Platform();
    }
}
