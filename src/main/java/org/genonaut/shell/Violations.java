package org.genonaut.shell;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;

/** Everything that is wrong with a request, read out of the three ways in which validation reports it. */
record Violations(List<Violation> list) {

    /** Of a request body. */
    static Violations of(Errors errors) {
        return sorted(inBody(errors));
    }

    /** Of a controller's parameters. */
    static Violations of(MethodValidationResult result) {
        return sorted(result.getParameterValidationResults().stream().flatMap(Violations::inParameter));
    }

    /** Of a service's parameters. */
    static Violations of(Collection<ConstraintViolation<?>> violations) {
        return sorted(violations.stream()
                .map(violation ->
                        Violation.ofProperty(withoutMethod(violation.getPropertyPath()), violation.getMessage())));
    }

    private static Stream<Violation> inBody(Errors errors) {
        return errors.getAllErrors().stream()
                .map(error -> Violation.ofProperty(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(), text(error)));
    }

    private static Stream<Violation> inParameter(ParameterValidationResult result) {
        if (result instanceof ParameterErrors body) {
            return inBody(body);
        }
        var name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "parameter");
        return result.getResolvableErrors().stream().map(error -> Violation.ofProperty(name, text(error)));
    }

    private static String withoutMethod(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .filter(node -> node.getKind() != ElementKind.METHOD)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
    }

    private static String text(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
    }

    private static Violations sorted(Stream<Violation> violations) {
        var order = Comparator.comparing(Violation::field).thenComparing(Violation::message);
        return new Violations(violations.sorted(order).toList());
    }

    /** Writes them into the answer; a single one becomes its sentence, too. */
    void describeIn(ProblemDetail problem) {
        problem.setDetail(
                list.size() == 1
                        ? list.getFirst().field() + " " + list.getFirst().message() + "."
                        : list.size() + " fields are not valid.");
        problem.setProperty("violations", list);
    }
}
