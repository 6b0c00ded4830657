package dev.denchi.deploy.house;

import com.tngtech.archunit.core.domain.Dependency;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Packages that stand side by side, as one drawing shows them: those of a module, or those inside one of its packages. Whatever is
 * further inside counts as the package it is in.
 *
 * @param root the package around them; its own classes go by its name
 */
record Storey(Module module, String root) {

    /** Of the section that has the drawing. */
    String heading() {
        String inside = root.substring(module.root().length()).replace('.', '/');
        return module.folder() + inside;
    }

    Set<String> rooms() {
        Set<String> names = new TreeSet<>();
        module.classes().forEach(type -> room(type.getPackageName()).ifPresent(names::add));
        return names;
    }

    Set<Arrow> arrows() throws IOException {
        Set<Arrow> arrows = new TreeSet<>(Imports.of(Module.REPOSITORY.resolve(module.folder()), this::room));
        module.dependencies().flatMap(dependency -> arrow(dependency).stream()).forEach(arrows::add);
        arrows.removeIf(arrow -> arrow.from().equals(arrow.to()));
        return arrows;
    }

    /** The dependencies behind an arrow, for whoever must remove it. */
    Stream<String> behind(Arrow arrow) {
        return module.dependencies()
                .filter(dependency -> arrow(dependency).filter(arrow::equals).isPresent())
                .map(Dependency::getDescription);
    }

    private Optional<Arrow> arrow(Dependency dependency) {
        return room(dependency.getOriginClass().getPackageName())
                .flatMap(from ->
                        room(dependency.getTargetClass().getPackageName()).map(to -> new Arrow(from, to)));
    }

    /** A package elsewhere has no room here. */
    private Optional<String> room(String packageName) {
        if (packageName.equals(root)) {
            return Optional.of(root.equals(module.root()) ? module.room() : last(root));
        }
        return packageName.startsWith(root + ".")
                ? Optional.of(packageName.substring(root.length() + 1).split("\\.")[0])
                : Optional.empty();
    }

    private static String last(String packageName) {
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return heading();
    }
}
