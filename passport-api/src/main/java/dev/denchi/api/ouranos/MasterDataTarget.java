package dev.denchi.api.ouranos;

import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Inputs;
import dev.denchi.api.ouranos.wire.Refusal;
import dev.denchi.api.ouranos.wire.Source;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.trader.Plant;
import dev.denchi.api.supply.trader.Plants;
import dev.denchi.api.supply.trader.Trader;
import dev.denchi.api.supply.trader.Traders;
import dev.denchi.model.ouranos.OperatorInput;
import dev.denchi.model.ouranos.PlantInput;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code dataTarget} operator and plant. */
@Singleton
class MasterDataTarget {
    private static final int MOST_OPERATORS = 100;

    private final Traders traders;
    private final Plants plants;

    MasterDataTarget(Traders traders, Plants plants) {
        this.traders = traders;
        this.plants = plants;
    }

    Uni<Response> getOperator(Exchange exchange) {
        List<UUID> ids = exchange.query().uuids("operatorIds", MOST_OPERATORS);
        String openId = exchange.query().text("openOperatorId");
        if (!ids.isEmpty() && openId != null) {
            throw Refusal.badRequest(
                    Source.AUTH, "Invalid request parameters, only one of operatorIds and openOperatorId can be set.");
        }
        if (!ids.isEmpty()) {
            return traders.byOuranosIds(ids).map(found -> exchange.ok(inOrder(ids, found)));
        }
        return (openId == null ? traders.trader(exchange.operator()) : traders.byOpenId(openId))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound(Source.AUTH))
                .map(trader -> exchange.ok(Views.operator(trader)));
    }

    private static List<?> inOrder(List<UUID> ids, List<Trader> found) {
        return ids.stream()
                .flatMap(
                        id -> found.stream().filter(trader -> trader.ouranosId().equals(id)))
                .map(Views::operator)
                .toList();
    }

    Uni<Response> putOperator(Exchange exchange, byte[] body) {
        OperatorInput input = Inputs.operator(body);
        exchange.requireOwn(input.operatorId());
        return traders.trader(exchange.operator())
                .map(trader -> changed(trader, input))
                .call(trader -> traders.change(trader)
                        .onFailure(Refused.class)
                        .transform(refused -> isThere("globalOperatorId", trader.globalId())))
                .map(trader -> exchange.created(Views.operator(trader)));
    }

    private static Trader changed(Trader trader, OperatorInput input) {
        if (!trader.openId().equals(input.openOperatorId())) {
            throw Refusal.badRequest(Source.AUTH, "openOperatorId: field is immutable.");
        }
        return new Trader(
                trader.operator(),
                trader.ouranosId(),
                Objects.requireNonNull(input.operatorName()),
                Objects.requireNonNull(input.operatorAddress()),
                trader.openId(),
                Objects.requireNonNull(input.attribute()).globalId());
    }

    Uni<Response> getPlants(Exchange exchange) {
        return plants.of(exchange.operator())
                .map(found -> exchange.ok(found.stream()
                        .map(plant -> Views.plant(plant, exchange.ouranosId()))
                        .toList()));
    }

    Uni<Response> putPlant(Exchange exchange, byte[] body) {
        PlantInput input = Inputs.plant(body);
        exchange.requireOwn(input.operatorId());
        Plant plant = plant(input);
        return plants.of(exchange.operator())
                .invoke(others -> requireUnique(plant, others))
                .chain(others -> kept(exchange, input, plant))
                .onFailure(Refused.class)
                .transform(refused -> isThere("openPlantId", plant.openId()))
                .map(done -> exchange.created(Views.plant(plant, exchange.ouranosId())));
    }

    private Uni<?> kept(Exchange exchange, PlantInput input, Plant plant) {
        return input.plantId() == null
                ? plants.add(exchange.operator(), plant)
                : plants.change(exchange.operator(), plant).invoke(found -> {
                    if (!found) {
                        throw Refusal.notFound(Source.AUTH);
                    }
                });
    }

    private static Plant plant(PlantInput input) {
        return new Plant(
                input.plantId() == null ? UUID.randomUUID() : UUID.fromString(input.plantId()),
                Objects.requireNonNull(input.plantName()),
                Objects.requireNonNull(input.plantAddress()),
                Objects.requireNonNull(input.openPlantId()),
                Objects.requireNonNull(input.attribute()).globalId());
    }

    private static void requireUnique(Plant plant, List<Plant> others) {
        for (Plant other : others) {
            if (!other.id().equals(plant.id()) && other.openId().equals(plant.openId())) {
                throw isThere("openPlantId", plant.openId());
            }
            if (!other.id().equals(plant.id())
                    && plant.globalId() != null
                    && plant.globalId().equals(other.globalId())) {
                throw isThere("globalPlantId", plant.globalId());
            }
        }
    }

    private static Refusal isThere(String field, @Nullable String value) {
        return Refusal.badRequest(Source.AUTH, field + ": " + value + " is already exists.");
    }
}
