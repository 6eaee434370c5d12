package org.genonaut;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.util.Set;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** Runs the classes that share an application in a row: it is stopped and started again whenever another one is used. */
public final class ByApplication implements ClassOrderer {

    private static final Set<Class<?>> TELLING =
            Set.of(ContextConfiguration.class, TestPropertySource.class, Import.class);

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(comparing(ByApplication::application)
                        .thenComparing(test -> test.getTestClass().getName()));
    }

    /** What tells it from others; nothing for a test without one. */
    private static String application(ClassDescriptor test) {
        return MergedAnnotations.from(test.getTestClass(), SearchStrategy.TYPE_HIERARCHY).stream()
                .filter(annotation -> TELLING.contains(annotation.getType()))
                .map(annotation -> annotation.synthesize().toString())
                .sorted()
                .collect(joining());
    }
}
