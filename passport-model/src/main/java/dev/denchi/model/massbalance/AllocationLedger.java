package dev.denchi.model.massbalance;

import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.Origin;
import dev.denchi.model.lot.Party;
import dev.denchi.model.quantity.Mass;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What sites under mass-balance custody may still allocate (I8): per site, element and class, what came in and what was allocated in
 * each balancing period. The oldest is used first; what is not used by the end of the third period after its own is gone.
 */
public record AllocationLedger(Map<Account, Map<BalancingPeriod, Entry>> entries) {
    public static final AllocationLedger EMPTY = new AllocationLedger(Map.of());

    /** In how many periods after its own a credit can still be used. */
    static final int PERIODS_TO_COME = 3;

    public AllocationLedger {
        Map<Account, Map<BalancingPeriod, Entry>> copy = new HashMap<>();
        entries.forEach((account, periods) -> copy.put(account, Map.copyOf(periods)));
        entries = Map.copyOf(copy);
    }

    /** @param origin pre- or post-consumer; primary mass needs no credit */
    public record Account(Party site, Element element, Origin origin) {}

    /**
     * The movements of one account in one period.
     *
     * @param inflow what came in, times the conversion
     */
    public record Entry(Account account, BalancingPeriod period, Mass inflow, Mass allocated) {
        Entry plus(Entry other) {
            return new Entry(account, period, inflow.plus(other.inflow), allocated.plus(other.allocated));
        }

        Entry reversed() {
            return new Entry(account, period, Mass.ZERO.minus(inflow), Mass.ZERO.minus(allocated));
        }
    }

    /** One period of an account: closing = opening + inflow - allocated - expired. A closing below zero was not covered. */
    public record Statement(
            BalancingPeriod period, Mass opening, Mass inflow, Mass allocated, Mass expired, Mass closing) {}

    public AllocationLedger with(Entry entry) {
        Map<Account, Map<BalancingPeriod, Entry>> after = new HashMap<>(entries);
        Map<BalancingPeriod, Entry> periods = new HashMap<>(entries.getOrDefault(entry.account(), Map.of()));
        periods.merge(entry.period(), entry, Entry::plus);
        after.put(entry.account(), periods);
        return new AllocationLedger(after);
    }

    /** The account in that period, whether anything moved in it or not. */
    public Statement statement(Account account, BalancingPeriod period) {
        TreeMap<BalancingPeriod, Entry> until = periods(account);
        until.putIfAbsent(period, new Entry(account, period, Mass.ZERO, Mass.ZERO));
        Deque<Credit> credits = new ArrayDeque<>();
        Statement last = new Statement(period, Mass.ZERO, Mass.ZERO, Mass.ZERO, Mass.ZERO, Mass.ZERO);
        for (Entry entry : until.headMap(period, true).values()) {
            last = settled(entry, credits);
        }
        return last;
    }

    /** The first period in which more was allocated than there was, if there is any. */
    public Optional<Statement> uncovered(Account account) {
        Deque<Credit> credits = new ArrayDeque<>();
        return periods(account).values().stream()
                .map(entry -> settled(entry, credits))
                .filter(statement -> statement.closing().isNegative())
                .findFirst();
    }

    private TreeMap<BalancingPeriod, Entry> periods(Account account) {
        return new TreeMap<>(entries.getOrDefault(account, Map.of()));
    }

    /** What is left of one period's inflow. */
    private record Credit(BalancingPeriod from, Mass left) {}

    private static Statement settled(Entry entry, Deque<Credit> credits) {
        Mass opening = sum(credits);
        credits.removeIf(credit -> entry.period().since(credit.from()) > PERIODS_TO_COME);
        Mass expired = opening.minus(sum(credits));
        credits.addLast(new Credit(entry.period(), entry.inflow()));
        Mass closing = sum(credits).minus(entry.allocated());
        use(entry.allocated(), credits);
        return new Statement(entry.period(), opening, entry.inflow(), entry.allocated(), expired, closing);
    }

    private static void use(Mass allocated, Deque<Credit> credits) {
        Mass open = allocated;
        while (open.isMoreThan(Mass.ZERO) && !credits.isEmpty()) {
            Credit oldest = credits.removeFirst();
            if (oldest.left().isMoreThan(open)) {
                credits.addFirst(new Credit(oldest.from(), oldest.left().minus(open)));
                return;
            }
            open = open.minus(oldest.left());
        }
    }

    private static Mass sum(Deque<Credit> credits) {
        return credits.stream().map(Credit::left).reduce(Mass.ZERO, Mass::plus);
    }
}
