package dev.denchi.deploy.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The modules that have Java code, as they were compiled. */
enum Module {
    PASSPORT_MODEL("passport-model", "dev.denchi.model"),
    PASSPORT_API("passport-api", "dev.denchi.api"),
    CONNECTOR("connector", "dev.denchi.connector"),
    SERVERS("deploy/servers", "dev.denchi.deploy.servers"),
    LOCAL("deploy/local", "dev.denchi.deploy.local");

    static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    private static final Set<String> HTTP = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private static final Map<Module, JavaClasses> READ = new EnumMap<>(Module.class);

    private final String folder;
    private final String root;

    Module(String folder, String root) {
        this.folder = folder;
        this.root = root;
    }

    /** As in the drawing of the modules. */
    String room() {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    String folder() {
        return folder;
    }

    String root() {
        return root;
    }

    JavaClasses classes() {
        return READ.computeIfAbsent(this, Module::imported);
    }

    private JavaClasses imported() {
        Path compiled = REPOSITORY.resolve(folder).resolve("target/classes");
        if (!Files.isDirectory(compiled.resolve(root.replace('.', '/')))) {
            throw new AssertionError(folder + " is not compiled yet; build the whole house");
        }
        return new ClassFileImporter().importPath(compiled);
    }

    /** Its packages, and inside each that has packages those. */
    Stream<Storey> storeys() {
        Set<String> around = new TreeSet<>(Set.of(root));
        for (JavaClass type : classes()) {
            String inside = type.getPackageName();
            while (inside.length() > root.length() && inside.lastIndexOf('.') > root.length()) {
                inside = inside.substring(0, inside.lastIndexOf('.'));
                around.add(inside);
            }
        }
        return around.stream().map(name -> new Storey(this, name));
    }

    /** From each package to each that it needs, by their whole names. */
    Set<Arrow> packageArrows() {
        Set<Arrow> arrows = new TreeSet<>();
        dependencies()
                .filter(dependency -> owns(dependency.getTargetClass()))
                .map(Module::arrowOf)
                .filter(arrow -> !arrow.from().equals(arrow.to()))
                .forEach(arrows::add);
        return arrows;
    }

    Set<Arrow> moduleArrows() {
        Set<Arrow> arrows = new TreeSet<>();
        for (Module other : values()) {
            if (other != this && dependencies().anyMatch(dependency -> other.owns(dependency.getTargetClass()))) {
                arrows.add(new Arrow(room(), other.room()));
            }
        }
        return arrows;
    }

    Stream<JavaMethod> endpoints() {
        return classes().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getAnnotations().stream()
                        .map(annotation -> annotation.getRawType())
                        .anyMatch(Module::isHttpMethod));
    }

    private static boolean isHttpMethod(JavaClass annotation) {
        return annotation.getPackageName().equals("jakarta.ws.rs") && HTTP.contains(annotation.getSimpleName());
    }

    Stream<Dependency> dependencies() {
        return classes().stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private boolean owns(JavaClass type) {
        return owns(type.getPackageName());
    }

    private boolean owns(String packageName) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }

    private static Arrow arrowOf(Dependency dependency) {
        return new Arrow(
                dependency.getOriginClass().getPackageName(),
                dependency.getTargetClass().getPackageName());
    }
}
