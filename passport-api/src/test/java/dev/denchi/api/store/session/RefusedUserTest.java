package dev.denchi.api.store.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.api.TestServers;
import dev.denchi.model.identifier.OperatorId;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A database user to whom no policy applies is found out at start. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RefusedUserTest {
    @Inject
    Vertx vertx;

    @Inject
    Pool serviceUser;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @Inject
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @Inject
    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @Test
    void refuses_to_start_as_the_owner_of_the_tables() {
        PgConnectOptions options = PgConnectOptions.fromUri(url).setUser(owner).setPassword(password);
        Pool pool = Pool.newInstance(
                PgBuilder.pool().connectingTo(options).using(vertx).build());

        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> new RowSecurity(pool).check(new StartupEvent()));
        assertTrue(String.valueOf(refusal.getMessage()).contains("does not apply to the database user " + owner));
        assertDoesNotThrow(() -> new RowSecurity(serviceUser).check(new StartupEvent()));
        pool.closeAndAwait();
    }

    @Test
    void declares_each_operator_once() {
        OperatorId one = new OperatorId("sakura-cells");
        OperatorId other = new OperatorId("hikari-motors");
        assertEquals("sakura-cells,hikari-motors", TenantSessions.text(List.of(one, other, one)));
    }
}
