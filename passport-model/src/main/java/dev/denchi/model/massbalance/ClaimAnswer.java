package dev.denchi.model.massbalance;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.lot.Assurance;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.RecycledContentClaim.Consumption;
import dev.denchi.model.lot.RecycledContentClaim.Declared;
import dev.denchi.model.quantity.Mass;
import dev.denchi.model.quantity.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the lots say of a claim. Whatever is not known makes it incomplete: nothing is guessed, and nothing unknown counts as zero.
 *
 * @param shares of each element, by what the lots hold; empty while anything is missing
 * @param missing lots and transformations that are named upstream and are not known
 * @param assurance the weakest link of all paths
 */
public record ClaimAnswer(
        RecycledContentClaim.Id claim, State state, List<Share> shares, List<String> missing, Assurance assurance) {

    public ClaimAnswer {
        shares = List.copyOf(shares);
        missing = List.copyOf(missing);
    }

    public enum State {
        /** The lots hold what was declared, or more. */
        SUPPORTED,
        /** More was declared than the lots hold. */
        CONTRADICTED,
        INCOMPLETE
    }

    /**
     * One element, computed and declared.
     *
     * @param total in active materials; of lead, in the battery
     * @param preConsumer in percent with four decimals, a half rounded up
     * @param declared {@code null} when no share of it was declared
     */
    public record Share(
            Element element,
            Mass total,
            BigDecimal preConsumer,
            BigDecimal postConsumer,
            BigDecimal recycled,
            @Nullable Declared declared) {

        /** Why more was declared than the lots hold, at the digits that were declared; empty when it was not. */
        public Optional<String> contradiction() {
            if (declared == null) {
                return Optional.empty();
            }
            List<String> faults = new ArrayList<>();
            exceeds("pre-consumer", declared.preConsumer(), preConsumer, faults);
            exceeds("post-consumer", declared.postConsumer(), postConsumer, faults);
            exceeds("recycled", declared.total(), recycled, faults);
            return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
        }

        public String declaredText() {
            return declared == null
                    ? "nothing"
                    : declared.total() != null
                            ? declared.total().toString()
                            : declared.preConsumer() + " + " + declared.postConsumer();
        }

        public String computedText() {
            return declared != null && declared.total() != null
                    ? recycled.toPlainString() + " %"
                    : preConsumer.toPlainString() + " % + " + postConsumer.toPlainString() + " %";
        }

        private void exceeds(String which, @Nullable Quantity said, BigDecimal computed, List<String> faults) {
            if (said == null) {
                return;
            }
            int digits = Math.max(0, Math.min(said.value().scale(), DECIMALS));
            if (said.value().compareTo(computed.setScale(digits, RoundingMode.HALF_UP)) > 0) {
                faults.add("%s share of %s declared as %s, the lots make it %s %%"
                        .formatted(which, element, said, computed.toPlainString()));
            }
        }
    }

    private static final int DECIMALS = 4;

    /** @param ledger with all that lies upstream of the claim's lots, as far as it is known */
    public static ClaimAnswer of(LotLedger ledger, RecycledContentClaim claim) {
        List<LotId> consumed =
                claim.consumption().stream().map(Consumption::lot).toList();
        Upstream upstream = Upstream.of(ledger, consumed);
        if (!upstream.missing().isEmpty() || consumed.isEmpty()) {
            return new ClaimAnswer(
                    claim.id(), State.INCOMPLETE, List.of(), List.copyOf(upstream.missing()), upstream.assurance());
        }
        List<Share> shares = shares(ledger, claim);
        boolean contradicted =
                shares.stream().anyMatch(share -> share.contradiction().isPresent());
        return new ClaimAnswer(
                claim.id(),
                contradicted ? State.CONTRADICTED : State.SUPPORTED,
                shares,
                List.of(),
                upstream.assurance());
    }

    /** Each contradiction as a sentence; empty unless the claim is contradicted. */
    public List<String> contradictions() {
        return shares.stream()
                .map(Share::contradiction)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Of the elements that were declared, and of those that Article 8 asks for and the lots hold. */
    private static List<Share> shares(LotLedger ledger, RecycledContentClaim claim) {
        return Shares.of(claim, ledger).values().stream()
                .filter(held ->
                        declared(claim, held.element()) != null || !held.total().isZero())
                .map(held -> share(held, declared(claim, held.element())))
                .toList();
    }

    private static @Nullable Declared declared(RecycledContentClaim claim, Element element) {
        return claim.declared().stream()
                .filter(each -> each.element() == element)
                .findFirst()
                .orElse(null);
    }

    private static Share share(Shares held, @Nullable Declared declared) {
        return new Share(
                held.element(),
                held.total().wholeMilligrams(),
                held.percent(held.preConsumer()).toDecimal(DECIMALS),
                held.percent(held.postConsumer()).toDecimal(DECIMALS),
                held.percent(held.preConsumer().plus(held.postConsumer())).toDecimal(DECIMALS),
                declared);
    }
}
