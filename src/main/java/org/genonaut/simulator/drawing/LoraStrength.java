package org.genonaut.simulator.drawing;

/** A LoRA that colours a picture, by its file name and how strongly it is applied. */
public record LoraStrength(String name, double strength) {}
