package org.genonaut.simulator.drawing.figure;

/**
 * Where a place lets a figure stand.
 *
 * @param x the middle of its feet
 * @param y the ground there
 * @param size the height of something as tall as a small house, in units
 */
public record Stage(double x, double y, double size) {}
