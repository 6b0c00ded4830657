package dev.denchi.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.passport.RecordKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.jboss.jandex.MethodInfo;

/** A method and an address, as text; what a parameter is called does not matter. */
final class Endpoint {
    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "PATCH", "DELETE");
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");

    /** The contract describes the posting of each kind by itself. */
    private static final Pattern ONE_KIND = Pattern.compile("/records/(%s)$"
            .formatted(Arrays.stream(RecordKind.values()).map(RecordKind::label).collect(Collectors.joining("|"))));

    private Endpoint() {}

    static Set<String> ofTheContract(ContractFile contract) {
        Set<String> endpoints = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : contract.content().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                if (METHODS.contains(method)) {
                    endpoints.add(named(method, path.getKey()));
                }
            }
        }
        return endpoints;
    }

    static Set<String> ofTheService() {
        Index classes = indexed(Path.of("target", "classes"));
        return METHODS.stream()
                .flatMap(method -> classes.getAnnotations(DotName.createSimple("jakarta.ws.rs." + method)).stream()
                        .map(AnnotationInstance::target)
                        .map(AnnotationTarget::asMethod)
                        .map(target -> named(method, address(target))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String address(MethodInfo method) {
        return path(method.declaringClass().declaredAnnotation(PATH)) + path(method.declaredAnnotation(PATH));
    }

    private static String path(AnnotationInstance annotation) {
        return Optional.ofNullable(annotation)
                .map(path -> path.value().asString())
                .map(path -> path.startsWith("/") ? path : "/" + path)
                .orElse("");
    }

    private static String named(String method, String path) {
        return method + " " + ONE_KIND.matcher(path).replaceAll("/records/{}").replaceAll("\\{[^}]*}", "{}");
    }

    private static Index indexed(Path classes) {
        Indexer indexer = new Indexer();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    indexer.index(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return indexer.complete();
    }
}
