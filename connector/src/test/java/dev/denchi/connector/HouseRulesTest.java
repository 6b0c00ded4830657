package dev.denchi.connector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.denchi.connector");

    @Test
    void no_packages_depend_on_each_other_in_a_circle() {
        slices().matching("dev.denchi.connector.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    void the_service_is_spoken_to_and_never_imported() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.denchi.api..", "io.quarkus..")
                .check(HOUSE);
    }

    @Test
    void who_a_participant_is_depends_on_nothing_else_in_the_house() {
        noClasses()
                .that()
                .resideInAPackage("..connector.identity..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..connector.policy..", "..connector.offer..", "..connector.transfer..", "..connector.edr..")
                .check(HOUSE);
    }
}
