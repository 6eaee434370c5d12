package org.genonaut.comfyui;

/**
 * A small picture of the present step, the first of its batch.
 *
 * @param mediaType {@code image/jpeg} or {@code image/png}
 * @param bytes the encoded picture, not copied: nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record Preview(String mediaType, byte[] bytes) {}
