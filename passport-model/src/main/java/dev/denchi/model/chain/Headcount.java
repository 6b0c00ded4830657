package dev.denchi.model.chain;

import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.Progress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How far the requests of one type are, counted again from the changed part upwards: as {@link Recount}, for what does not add up to
 * anything. Each type of request has its own counts.
 */
public final class Headcount {
    private final Map<TraceId, Member> members = new HashMap<>();
    private final Map<TraceId, Inquiry> about = new LinkedHashMap<>();

    /**
     * A part, and how far requests of the type are upstream of it.
     *
     * @param components what is in it; of parts that are not on the way of the change nobody needs to know
     */
    public record Member(TraceId trace, boolean terminated, List<TraceId> components, Progress progress) {}

    /** What is different from before. */
    public record Moved(List<Member> members, List<Inquiry> inquiries) {}

    private Headcount(List<Member> members, List<Inquiry> inquiries) {
        members.forEach(member -> this.members.put(member.trace(), member));
        inquiries.forEach(inquiry -> about.put(inquiry.downstream(), inquiry));
    }

    /**
     * @param path the parts that may be affected, each behind all those it depends on
     * @param members the parts of the path, and the parts in them
     * @param inquiries of one type, about any of the members or linked to a part of the path
     */
    public static Moved of(List<TraceId> path, List<Member> members, List<Inquiry> inquiries) {
        Headcount count = new Headcount(members, inquiries);
        path.forEach(count::count);
        Set<Member> before = Set.copyOf(members);
        Set<Inquiry> asked = Set.copyOf(inquiries);
        return new Moved(
                path.stream()
                        .map(count::member)
                        .filter(member -> !before.contains(member))
                        .toList(),
                count.about.values().stream()
                        .filter(inquiry -> !asked.contains(inquiry))
                        .toList());
    }

    private Member member(TraceId trace) {
        return Objects.requireNonNull(members.get(trace));
    }

    private void count(TraceId trace) {
        Member member = member(trace);
        Progress progress = Progress.ofPart(
                member.terminated(),
                member.components().stream().map(this::progressOf).toList());
        members.put(trace, new Member(trace, member.terminated(), member.components(), progress));
        about.replaceAll((asked, inquiry) -> trace.equals(inquiry.upstream()) ? inquiry.counted(progress) : inquiry);
    }

    private Progress progressOf(TraceId part) {
        Inquiry inquiry = about.get(part);
        return inquiry == null ? member(part).progress() : inquiry.progress();
    }
}
