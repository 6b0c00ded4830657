package dev.denchi.deploy.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The house is as docs/architecture.md draws it. Who changes an arrow changes the drawing in the same commit. */
class HouseRulesTest {
    private static final int MOST_CLASSES = 25;

    @Test
    void modules_need_each_other_as_drawn() throws IOException {
        Set<Arrow> built = Stream.of(Module.values())
                .flatMap(module -> module.moduleArrows().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(lines(Drawing.under("Modules").arrows()), lines(built));
    }

    @ParameterizedTest
    @MethodSource("storeys")
    void packages_are_those_drawn(Storey storey) throws IOException {
        assertEquals(lines(Drawing.under(storey.heading()).rooms()), lines(storey.rooms()));
    }

    @ParameterizedTest
    @MethodSource("storeys")
    void packages_need_each_other_as_drawn(Storey storey) throws IOException {
        assertEquals(lines(Drawing.under(storey.heading()).arrows()), lines(storey.arrows()));
    }

    @ParameterizedTest
    @MethodSource("storeys")
    void no_packages_need_each_other_in_a_circle(Storey storey) throws IOException {
        Set<Arrow> circle = circle(storey.arrows());

        assertEquals(
                Set.of(), circle, () -> circle.stream().flatMap(storey::behind).collect(Collectors.joining("\n")));
    }

    /** Nor across storeys, where no single drawing shows it. */
    @ParameterizedTest
    @EnumSource
    void no_packages_of_a_module_need_each_other_in_a_circle(Module module) {
        assertEquals("", lines(circle(module.packageArrows())));
    }

    private static Stream<Storey> storeys() {
        return Stream.of(Module.values()).flatMap(Module::storeys);
    }

    private static Set<Arrow> circle(Set<Arrow> arrows) {
        Set<Arrow> circle = new TreeSet<>(arrows);
        while (circle.removeIf(
                arrow -> circle.stream().noneMatch(next -> next.from().equals(arrow.to())))) {
            // what leads nowhere is in no circle
        }
        return circle;
    }

    @ParameterizedTest
    @EnumSource
    void every_package_says_what_it_is(Module module) {
        Set<String> said = module.classes().stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .filter(type -> type.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .map(type -> type.getPackageName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> packages = module.classes().stream()
                .map(type -> type.getPackageName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(lines(packages), lines(said));
    }

    /** What is in a class counts with it. */
    @ParameterizedTest
    @EnumSource
    void no_package_outgrows_its_room(Module module) {
        Map<String, Long> sizes = module.classes().stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        sizes.values().removeIf(size -> size <= MOST_CLASSES);

        assertEquals(Map.of(), sizes);
    }

    @ParameterizedTest
    @EnumSource
    void classes_are_named_for_what_they_are(Module module) {
        noClasses()
                .should()
                .haveNameMatching(".*[.$](Abstract\\w*|\\w*(Impl|Util|Utils|Helper|Manager|Base))")
                .check(module.classes());
    }

    @Test
    void the_domain_needs_the_jdk_only() {
        classes()
                .that()
                .resideInAnyPackage(domain())
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..").or(resideInAnyPackage(domain())))
                .check(Module.PASSPORT_MODEL.classes());
    }

    @Test
    void reactive_types_stay_on_the_journey() {
        onlyIn(
                "io.smallrye.mutiny..",
                "..api.access..",
                "..api.bulk..",
                "..api.context..",
                "..api.ingest..",
                "..api.sign..",
                "..api.resolve..",
                "..api.store..",
                "..api.publish..",
                "..api.serve..",
                "..api.exchange..",
                "..api.datapoints..",
                "..api.lifecycle..",
                "..api.verification..",
                "..api.status..",
                "..api.audit..",
                "..api.evidence..",
                "..api.tenant..",
                "..api.provenance..",
                "..api.ouranos..",
                "..api.statement..",
                "..api.declaration..",
                "..api.supply..",
                "..api.certificate..",
                "..api.document..",
                "..api.file..",
                "..api.upload..");
    }

    @Test
    void only_publish_knows_kafka() {
        onlyIn("org.apache.kafka..", "..api.publish..");
        onlyIn("io.cloudevents..", "..api.publish..");
    }

    @Test
    void only_the_rooms_that_keep_something_know_the_database() {
        onlyIn("jakarta.persistence..", "..api.store..", "..api.supply..", "..api.certificate..", "..api.document..");
        onlyIn(
                "org.hibernate..",
                "..api.store..",
                "..api.supply..",
                "..api.certificate..",
                "..api.document..",
                "..api.file..");
        onlyIn("io.vertx.mutiny.sqlclient..", "..api.store..");
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSPORT_MODEL", "CONNECTOR", "SERVERS", "LOCAL"})
    void the_service_is_spoken_to_and_never_imported(Module module) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.denchi.api..", "io.quarkus..", "io.smallrye..", "jakarta.persistence..")
                .check(module.classes());
    }

    @Test
    void every_endpoint_says_to_whom_it_is_open() {
        List<JavaMethod> endpoints = Module.PASSPORT_API.endpoints().toList();

        assertFalse(endpoints.isEmpty());
        for (JavaMethod endpoint : endpoints) {
            assertTrue(endpoint.isAnnotatedWith("dev.denchi.api.access.OpenTo"), endpoint::getFullName);
        }
    }

    private static void onlyIn(String library, String... rooms) {
        JavaClasses service = Module.PASSPORT_API.classes();

        assertTrue(
                service.stream()
                        .anyMatch(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(needed -> resideInAnyPackage(library).test(needed.getTargetClass()))),
                () -> library + " is not used at all");
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .check(service);
    }

    private static String[] domain() {
        return new String[] {
            "..model.quantity..",
            "..model.identifier..",
            "..model.lot..",
            "..model.massbalance..",
            "..model.lineage..",
            "..model.passport..",
            "..model.access..",
            "..model.part..",
            "..model.trade..",
            "..model.cfp..",
            "..model.chain..",
            "..model.certificate..",
            "..model.file..",
            "..model.ouranos.."
        };
    }

    /** One thing a line, so that a failure shows which. */
    private static String lines(Set<?> things) {
        return things.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
