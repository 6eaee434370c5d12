package org.genonaut.comfyui.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicLong;
import org.genonaut.comfyui.ComfyUIException;
import org.genonaut.comfyui.Download;
import org.genonaut.comfyui.OutputImage;
import org.genonaut.comfyui.Pace;
import org.genonaut.comfyui.Sha256;

/** Fetches the files that executions left on a server. */
public record Downloader(Http http, Pace pace, Time time) {

    private static final int ATTEMPTS = 4;

    public Download download(OutputImage image, Path target, long maxBytes) throws InterruptedException {
        var pause = pace.missingFile();
        for (var attempt = 1; ; attempt++) {
            try {
                return fetch(image, target, maxBytes);
            } catch (ComfyUIException.FileGone | ComfyUIException.Unreachable e) {
                if (attempt == ATTEMPTS || !mayPass(e)) {
                    throw e;
                }
                time.pause(pause);
                pause = pause.multipliedBy(2);
            }
        }
    }

    /** A file may lag behind the history that names it, and a connection may break once. */
    private static boolean mayPass(ComfyUIException fault) {
        return !(fault instanceof ComfyUIException.Unreachable unreachable)
                || unreachable.reason() == ComfyUIException.Unreachable.Reason.BROKEN;
    }

    private Download fetch(OutputImage image, Path target, long maxBytes) throws InterruptedException {
        var complete = false;
        try (var file = new DigestOutputStream(Files.newOutputStream(target), sha256())) {
            var counted = new AtomicLong();
            var answer = http.stream(path(image), file, maxBytes, counted);
            if (answer.status() == 404) {
                throw new ComfyUIException.FileGone(image);
            }
            if (!answer.isOk() || isPage(answer.mediaType())) {
                throw answer.unexpected();
            }
            complete = true;
            return new Download(counted.get(), Sha256.of(file.getMessageDigest().digest()), mediaType(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!complete) {
                delete(target);
            }
        }
    }

    private static String path(OutputImage image) {
        return "/view?filename=%s&subfolder=%s&type=%s"
                .formatted(Http.encode(image.filename()), Http.encode(image.subfolder()), Http.encode(image.type()));
    }

    /** A proxy's page with status 200 is no picture. */
    private static boolean isPage(String mediaType) {
        return mediaType.startsWith("text/") || mediaType.equals("application/json");
    }

    private static String mediaType(Answer answer) {
        return answer.mediaType().isEmpty() ? "application/octet-stream" : answer.mediaType();
    }

    private static void delete(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
