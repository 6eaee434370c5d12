package org.genonaut.generation.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.concurrent.ThreadLocalRandom;

/** Where the noise starts: an unsigned 64-bit number, 0 to 18446744073709551615. */
public record Seed(long bits) {

    public static final BigInteger MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    /** @throws IllegalArgumentException when it is not a whole number of that range */
    @JsonCreator
    public static Seed parse(String text) {
        try {
            return of(new BigInteger(text.strip()));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("A seed is a whole number from 0 to " + MAX, notANumber);
        }
    }

    /** @throws IllegalArgumentException when it is out of range */
    @JsonCreator
    public static Seed of(BigInteger value) {
        if (value.signum() < 0 || value.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("A seed is a whole number from 0 to " + MAX);
        }
        return new Seed(value.longValue());
    }

    public static Seed random() {
        return new Seed(ThreadLocalRandom.current().nextLong());
    }

    /** The seed so many steps on, modulo 2^64. */
    public Seed plus(int steps) {
        return new Seed(bits + steps);
    }

    @JsonValue
    public BigInteger value() {
        return new BigInteger(Long.toUnsignedString(bits));
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(bits);
    }
}
