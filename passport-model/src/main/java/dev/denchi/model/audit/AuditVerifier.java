package dev.denchi.model.audit;

import dev.denchi.model.audit.AuditFinding.Place;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.signature.PublishedKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads one operator's log row by row and finds what was changed, removed, added or put elsewhere, and where. Rows may be
 * many: only those that are wrong are kept in mind, and the hashes that a checkpoint names.
 *
 * <p>A chain alone tells of clumsy changes; whoever changes a row and computes all hashes behind it anew is told by the next
 * checkpoint, which he cannot sign. Rows behind the last checkpoint given are as good as the database.
 */
public final class AuditVerifier {
    private static final int MOST_TO_COMPARE = 200;

    private final OperatorId operator;
    private final List<PublishedKeys> keys;
    private final List<AuditFinding> findings = new ArrayList<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private final TreeMap<Long, Checkpoint> awaited = new TreeMap<>();
    private @Nullable AuditRow last;
    private long rows;
    private long believed;

    private record Wrong(AuditRow row, String previousSha256) {}

    /** @param keys whose checkpoints are believed */
    public AuditVerifier(OperatorId operator, List<PublishedKeys> keys) {
        this.operator = operator;
        this.keys = List.copyOf(keys);
    }

    /** A signed checkpoint, what was kept elsewhere first; those of rows that were read already come too late to be compared. */
    public void checkpoint(String jwt) {
        try {
            CompactJws jws = CompactJws.parse(jwt);
            Checkpoint checkpoint = Checkpoint.read(jws);
            Optional<String> refusal = checkpoint.refusal(jws, keys);
            if (refusal.isPresent()) {
                doubt(
                        checkpoint.sequence(),
                        "the checkpoint of row " + checkpoint.sequence() + " is not to be believed: " + refusal.get());
            } else if (!checkpoint.operator().equals(operator)) {
                doubt(checkpoint.sequence(), "a checkpoint is of the log of " + checkpoint.operator());
            } else {
                await(checkpoint);
            }
        } catch (IllegalArgumentException | MalformedJson e) {
            doubt(rows, "behind row " + rows + " stands what is no checkpoint: " + e.getMessage());
        }
    }

    /** The next row as it stands in the log, from the first on. */
    public void row(AuditRow row) {
        rows++;
        if (!row.operator().equals(operator)) {
            find(row.sequence(), "row " + row.sequence() + " is of the log of " + row.operator());
            return;
        }
        order(row);
        compare(row);
        last = row;
    }

    /** What was found, once all rows were read. */
    public List<AuditFinding> findings() {
        List<AuditFinding> all = new ArrayList<>(findings);
        wrong.forEach(each -> all.add(new AuditFinding(operator, each.row().sequence(), Place.ROW, explained(each))));
        long end = last == null ? 0 : last.sequence();
        awaited.tailMap(end, false)
                .forEach((sequence, checkpoint) -> all.add(new AuditFinding(
                        operator,
                        sequence,
                        Place.ROW,
                        "rows " + (end + 1) + " to " + sequence + " are missing: a checkpoint of " + checkpoint.at()
                                + " says there were " + sequence)));
        return List.copyOf(all);
    }

    public long rows() {
        return rows;
    }

    /** Up to which row a checkpoint vouches for all that was read; 0 when none does. */
    public long vouchedFor() {
        return believed;
    }

    /** The first given stays: one that was kept elsewhere is given before those that came with the log. */
    private void await(Checkpoint checkpoint) {
        Checkpoint first = awaited.putIfAbsent(checkpoint.sequence(), checkpoint);
        if (first != null && !first.sha256().equals(checkpoint.sha256())) {
            doubt(
                    checkpoint.sequence(),
                    "two checkpoints of row " + checkpoint.sequence() + " name different hashes, the one of "
                            + first.at() + " and the one of " + checkpoint.at() + ": the first is believed");
        }
    }

    private void order(AuditRow row) {
        long expected = last == null ? 1 : last.sequence() + 1;
        if (row.sequence() > expected) {
            find(
                    expected,
                    row.sequence() == expected + 1
                            ? "row " + expected + " is missing"
                            : "rows " + expected + " to " + (row.sequence() - 1) + " are missing");
        } else if (row.sequence() < expected) {
            find(row.sequence(), "row " + row.sequence() + " stands behind row " + (expected - 1));
        }
    }

    private void compare(AuditRow row) {
        String previous = hashBefore(row);
        if (previous != null && !row.follows(previous)) {
            wrong.add(new Wrong(row, previous));
        }
        Checkpoint checkpoint = awaited.remove(row.sequence());
        if (checkpoint != null && checkpoint.sha256().equals(row.sha256())) {
            believed = row.sequence();
        } else if (checkpoint != null) {
            find(
                    row.sequence(),
                    "rows " + (believed + 1) + " to " + row.sequence() + " were written anew: row " + row.sequence()
                            + " has not the hash that the checkpoint of " + checkpoint.at() + " names");
        }
    }

    /** {@code null} when the row before was not read: then there is nothing to compare with. */
    private @Nullable String hashBefore(AuditRow row) {
        if (row.sequence() == 1) {
            return AuditRow.NOTHING_BEFORE;
        }
        return last != null && row.sequence() == last.sequence() + 1 ? last.sha256() : null;
    }

    private String explained(Wrong found) {
        AuditRow row = found.row();
        if (wrong.size() <= MOST_TO_COMPARE) {
            for (Wrong other : wrong) {
                if (other != found && row.saying(other.row().entry()).follows(found.previousSha256())) {
                    return "rows " + Math.min(row.sequence(), other.row().sequence()) + " and "
                            + Math.max(row.sequence(), other.row().sequence()) + " were put in each other's place";
                }
            }
        }
        return "row " + row.sequence() + " was changed, or the hash of row " + (row.sequence() - 1)
                + " that it takes up: it is not the row that was written behind it";
    }

    private void find(long sequence, String what) {
        findings.add(new AuditFinding(operator, sequence, Place.ROW, what));
    }

    private void doubt(long sequence, String what) {
        findings.add(new AuditFinding(operator, sequence, Place.CHECKPOINT, what));
    }
}
