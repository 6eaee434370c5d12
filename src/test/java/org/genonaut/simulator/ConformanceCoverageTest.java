package org.genonaut.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Every one of the conformance checks of a simulator has a test that is named after its number. */
class ConformanceCoverageTest {
    private static final Pattern NUMBERED = Pattern.compile("check(\\d\\d)_.+");
    private static final int CHECKS = 31;

    @Test
    void everyCheckHasATestOfItsNumber() {
        var numbers = new TreeSet<Integer>();
        new ClassFileImporter()
                .importPackages("org.genonaut.simulator").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(ConformanceCoverageTest::isTest)
                        .flatMap(method -> NUMBERED.matcher(method.getName()).results())
                        .map((MatchResult match) -> Integer.valueOf(match.group(1)))
                        .forEach(numbers::add);
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, CHECKS).boxed().toList());
    }

    private static boolean isTest(JavaMethod method) {
        return method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class);
    }
}
