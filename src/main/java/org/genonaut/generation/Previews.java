package org.genonaut.generation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.genonaut.account.AccountId;
import org.springframework.stereotype.Component;

/** The newest preview of each running generation, in memory: pages get its number and fetch the bytes by URL. */
@Component
public class Previews {

    private static final int MAX_BYTES = 512 * 1024;

    private final Map<GenerationId, Shown> newest = new ConcurrentHashMap<>();

    /** @param number from 1, rising */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    public record Shown(AccountId account, long number, String mediaType, byte[] bytes) {}

    /** Keeps this preview instead of the one before; one that is too large is left out. */
    public void show(GenerationId id, AccountId account, String mediaType, byte[] bytes) {
        if (bytes.length <= MAX_BYTES) {
            newest.compute(
                    id,
                    (key, before) -> new Shown(account, before == null ? 1 : before.number() + 1, mediaType, bytes));
        }
    }

    /** The number of the newest preview; 0 when there is none. */
    public long number(GenerationId id) {
        var shown = newest.get(id);
        return shown == null ? 0 : shown.number();
    }

    /** The newest preview of a generation of this account. */
    public Optional<Shown> find(AccountId account, GenerationId id) {
        return Optional.ofNullable(newest.get(id))
                .filter(shown -> shown.account().equals(account));
    }

    public void forget(GenerationId id) {
        newest.remove(id);
    }
}
