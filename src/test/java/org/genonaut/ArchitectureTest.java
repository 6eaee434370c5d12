package org.genonaut;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the picture in docs/architecture.md true. */
class ArchitectureTest {

    private static final JavaClasses GENONAUT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.genonaut");

    /** A room, and all rooms that it may use. */
    record Room(String name, List<String> uses) {

        static Room of(String name, String... uses) {
            return new Room(name, List.of(uses));
        }
    }

    /** The table in docs/architecture.md, row by row. Root, database and demo may use all. */
    static Stream<Room> rooms() {
        return Stream.of(
                Room.of("comfyui"),
                Room.of("simulator"),
                Room.of("storage"),
                Room.of("secret"),
                Room.of("account"),
                Room.of("ui"),
                Room.of("backend", "comfyui", "secret", "account"),
                Room.of("catalog", "backend", "comfyui", "account"),
                Room.of("generation", "catalog", "backend", "comfyui", "storage", "account"),
                Room.of("gallery", "generation", "catalog", "storage", "account"),
                Room.of("shell", "gallery", "generation", "account", "ui"));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void roomsUseOnlyWhatThePictureAllows(Room room) {
        var allowed = new ArrayList<String>(List.of(inside(room.name())));
        room.uses().forEach(use -> allowed.add(inside(use)));
        noClasses()
                .that()
                .resideInAPackage(inside(room.name()))
                .and()
                .resideOutsideOfPackage("org.genonaut.(*).ui..")
                .should()
                .dependOnClassesThat(others(allowed))
                .as(room.name() + " uses only " + room.uses())
                .check(GENONAUT);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void viewsUseOnlyWhatTheirRoomMayAndTheSharedParts(Room room) {
        var allowed = new ArrayList<String>(List.of(inside(room.name()), inside("ui")));
        room.uses().forEach(use -> allowed.add(inside(use)));
        noClasses()
                .that()
                .resideInAPackage("org.genonaut." + room.name() + ".ui..")
                .should()
                .dependOnClassesThat(others(allowed))
                .allowEmptyShould(true)
                .check(GENONAUT);
    }

    private static String inside(String room) {
        return "org.genonaut." + room + "..";
    }

    private static com.tngtech.archunit.base.DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> others(
            List<String> allowed) {
        return resideInAPackage("org.genonaut..").and(resideOutsideOfPackages(allowed.toArray(String[]::new)));
    }

    @Test
    void nothingUsesTheTop() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.genonaut", "org.genonaut.database..", "org.genonaut.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.genonaut", "org.genonaut.database..", "org.genonaut.demo..")
                .check(GENONAUT);
    }

    @Test
    void roomsHaveNoCircles() {
        slices().matching("org.genonaut.(*)..").should().beFreeOfCycles().check(GENONAUT);
    }

    @Test
    void theRoomsInsideGenerationHaveNoCircles() {
        slices().matching("org.genonaut.generation.(*)..")
                .should()
                .beFreeOfCycles()
                .check(GENONAUT);
        noClasses()
                .that()
                .resideInAPackage("org.genonaut.generation.queue..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.genonaut.generation")
                .check(GENONAUT);
    }

    @Test
    void onlyViewsKnowVaadin() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.genonaut", "org.genonaut.(*).ui..", "org.genonaut.ui..", "org.genonaut.shell..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(GENONAUT);
    }

    @Test
    void theComfyUIClientCouldBeLiftedOut() {
        noClasses()
                .that()
                .resideInAnyPackage("org.genonaut.comfyui..", "org.genonaut.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "com.vaadin..")
                .check(GENONAUT);
    }

    @Test
    void theInnerRoomsOfTheComfyUIClientAreItsOwn() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.genonaut.comfyui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.genonaut.comfyui.wire..", "org.genonaut.comfyui.execution..")
                .check(GENONAUT);
        slices().matching("org.genonaut.comfyui.(*)..")
                .should()
                .beFreeOfCycles()
                .check(GENONAUT);
    }

    @Test
    void theRoomsInsideTheFleetHaveNoCirclesAndItsHealthIsItsOwn() {
        slices().matching("org.genonaut.backend.(*)..")
                .should()
                .beFreeOfCycles()
                .check(GENONAUT);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.genonaut.backend..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.genonaut.backend.health..")
                .check(GENONAUT);
        noClasses()
                .that()
                .resideInAPackage("org.genonaut.backend")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.genonaut.backend.configuration..")
                .check(GENONAUT);
    }

    @Test
    void theRoomsInsideTheSimulatorHaveNoCircles() {
        slices().matching("org.genonaut.simulator.(*)..")
                .should()
                .beFreeOfCycles()
                .check(GENONAUT);
        slices().matching("org.genonaut.simulator.drawing.(*)..")
                .should()
                .beFreeOfCycles()
                .check(GENONAUT);
        noClasses()
                .that()
                .resideInAPackage("org.genonaut.simulator.*..")
                .and()
                .resideOutsideOfPackage("org.genonaut.simulator.command..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.genonaut.simulator")
                .check(GENONAUT);
    }

    @Test
    void nothingDependsOnAFeaturesViewsOrEndpoints() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.genonaut.*.ui..", "org.genonaut.*.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.genonaut.*.ui..", "org.genonaut.*.api..")
                .check(GENONAUT);
    }

    @Test
    void viewsAndEndpointsArePackagePrivate() {
        classes()
                .that()
                .resideInAnyPackage("org.genonaut.*.ui..", "org.genonaut.*.api..", "org.genonaut.shell..")
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .check(GENONAUT);
    }

    @Test
    void nobodyEntersAUiByHandButTheSharedParts() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.genonaut.ui..")
                .should()
                .callMethod(UI.class, "access", Command.class)
                .check(GENONAUT);
    }

    @Test
    void transactionsDoNotBeginInViewsOrEndpoints() {
        var places = new String[] {"org.genonaut.*.ui..", "org.genonaut.*.api..", "org.genonaut.shell.."};
        noClasses()
                .that()
                .resideInAnyPackage(places)
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(GENONAUT);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(places)
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(GENONAUT);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(GENONAUT);
    }

    @Test
    void componentsDoNotInheritViews() {
        classes()
                .that()
                .areAssignableTo(Component.class)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .notBePublic()
                .check(GENONAUT);
    }

    @Test
    void oldDatesAndConsolesStayOutside() {
        noClasses().should().dependOnClassesThat().areAssignableTo(Date.class).check(GENONAUT);
        noClasses()
                .that()
                .resideOutsideOfPackages("org.genonaut.demo..", "org.genonaut.simulator.command..")
                .should()
                .accessField(System.class, "out")
                .check(GENONAUT);
    }
}
