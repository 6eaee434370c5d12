package org.genonaut.backend.configuration;

/** The configuration names a backend in a way that cannot be meant. The message is one sentence without secrets. */
final class BackendMisconfigured extends RuntimeException {

    private final String sentence;

    BackendMisconfigured(String key, String problem) {
        super(key + ": " + problem);
        this.sentence = key + ": " + problem;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
