package org.genonaut.generation.ui;

/**
 * Why Generate is not possible.
 *
 * @param sentence for the person
 * @param show leads to the field where it can be put right
 */
record Reason(String sentence, Runnable show) {}
