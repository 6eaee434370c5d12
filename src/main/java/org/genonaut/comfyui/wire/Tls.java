package org.genonaut.comfyui.wire;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.genonaut.comfyui.Sha256;
import org.genonaut.comfyui.Trust;
import org.jspecify.annotations.Nullable;

/** Makes Java's TLS believe what a connection's {@link Trust} says. */
final class Tls {

    private Tls() {}

    /** Empty where the platform's own is meant. */
    static Optional<SSLContext> context(Trust trust) {
        return switch (trust) {
            case Trust.Platform platform -> Optional.empty();
            case Trust.PrivateAuthority(var pem) -> Optional.of(context(authorities(pem)));
            case Trust.Pinned(var fingerprint) ->
                Optional.of(context(new TrustManager[] {new PinnedCertificate(fingerprint)}));
        };
    }

    private static SSLContext context(TrustManager[] managers) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has TLS", e);
        }
    }

    private static TrustManager[] authorities(String pem) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var authority : Certificates.read(pem)) {
                store.setCertificateEntry("authority-" + store.size(), authority);
            }
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Every Java platform keeps certificates in memory", e);
        }
    }

    /** Extended, so that Java does not add its check of the host's name: the one certificate says who it is. */
    private static final class PinnedCertificate extends X509ExtendedTrustManager {

        private final Sha256 fingerprint;

        PinnedCertificate(Sha256 fingerprint) {
            this.fingerprint = fingerprint;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            var shown = chain.length == 0 ? "none" : sha256(chain[0]);
            if (!shown.equals(fingerprint.hex())) {
                throw new CertificateException("The server shows another certificate than the pinned one: " + shown);
            }
        }

        private static String sha256(X509Certificate certificate) throws CertificateException {
            try {
                return Sha256.of(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()))
                        .hex();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("Only a server is asked for its certificate");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
                throws CertificateException {
            throw new CertificateException("Only a server is asked for its certificate");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("Only a server is asked for its certificate");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
