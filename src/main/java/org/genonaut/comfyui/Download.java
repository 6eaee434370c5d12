package org.genonaut.comfyui;

/**
 * A file that has been fetched completely.
 *
 * @param bytes its size
 * @param mediaType as the server names it, without parameters; {@code application/octet-stream} if it names none
 */
public record Download(long bytes, Sha256 sha256, String mediaType) {}
