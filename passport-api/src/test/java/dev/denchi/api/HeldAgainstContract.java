package dev.denchi.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.denchi.api.contract.ContractAnswers;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every answer that any test gets is one that the contract describes, and so is every body that was taken. */
final class HeldAgainstContract implements Filter {

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext chain) {
        Response answer = chain.next(request, expected);
        assertEquals(
                List.of(),
                ContractAnswers.faults(
                        request.getMethod(),
                        URI.create(request.getURI()).getRawPath(),
                        answer.statusCode(),
                        Objects.requireNonNullElse(answer.contentType(), ""),
                        answer.asByteArray()),
                () -> request.getMethod() + " " + request.getURI() + " was answered " + answer.asString());
        byte[] body = bytes(request.getBody());
        if (answer.statusCode() / 100 == 2 && body.length > 0) {
            assertEquals(
                    List.of(),
                    ContractAnswers.faultsOfTaken(
                            request.getMethod(),
                            URI.create(request.getURI()).getRawPath(),
                            Objects.requireNonNullElse(request.getContentType(), ""),
                            body),
                    () -> request.getMethod() + " " + request.getURI() + " was taken");
        }
        return answer;
    }

    private static byte[] bytes(@Nullable Object body) {
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
    }
}
