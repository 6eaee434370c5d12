package org.genonaut.generation.run;

/** A backend lost a model between the claim and the prompt. */
final class ModelGone extends RuntimeException {

    private final String model;

    ModelGone(String model) {
        super(model);
        this.model = model;
    }

    String model() {
        return model;
    }
}
