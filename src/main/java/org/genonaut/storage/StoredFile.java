package org.genonaut.storage;

import java.time.Instant;
import org.springframework.core.io.Resource;

/**
 * The bytes of an image and what an HTTP answer says about them.
 *
 * @param content can be opened again and again, also from the middle
 * @param length in bytes
 */
public record StoredFile(Resource content, long length, Instant lastModified) {}
