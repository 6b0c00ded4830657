package dev.denchi.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.denchi.api.contract.ContractAnswers;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/** Every answer that any test gets is one that the contract describes. */
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
        return answer;
    }
}
