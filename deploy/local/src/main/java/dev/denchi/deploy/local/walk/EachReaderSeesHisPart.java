package dev.denchi.deploy.local.walk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.deploy.local.secrets.Person;
import dev.denchi.model.access.AccessPoint;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.access.Reader;
import dev.denchi.model.passport.RecordKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Station 5: the same passport read by four, as JSON and as signed records, each held against the access policy. */
final class EachReaderSeesHisPart implements Step {

    @Override
    public String title() {
        return "A recycler reads the recycled content with its tier, the public reads less, an authority more";
    }

    @Override
    public List<String> take(Journey journey) throws Exception {
        AccessPolicy policy = journey.accessPolicy();
        View open = view("the public", journey, journey.service(), Reader.of(policy.pointsOf("public")));
        View recycler = view(
                "a recycler", journey, journey.as(Person.RECYCLER), Reader.of(policy.pointsOf("legitimateInterest")));
        View authority =
                view("an authority", journey, journey.as(Person.AUTHORITY), Reader.of(policy.pointsOf("authority")));
        View maker = view("its maker", journey, journey.as(Person.CELL_MAKER), Reader.itsOperator());

        showsNothingRestricted(open, policy);
        Expect.that(
                recycler.sees("recycled-content", "/recycledContent")
                        && recycler.sees("recycled-content", "/massInActiveMaterials"),
                "the recycler does not see the recycled content and the masses behind it: %s",
                recycler.attributes());
        Expect.that(recycler.attributes().containsAll(open.attributes()), "the recycler misses something public");
        Expect.that(
                authority.sees("recycled-content", "/resultOfTestReport")
                        && !recycler.sees("recycled-content", "/resultOfTestReport"),
                "test reports are for the authority alone");
        Expect.that(authority.attributes().containsAll(open.attributes()), "the authority misses something public");
        return List.of(
                described(open, policy),
                described(recycler, policy),
                described(authority, policy),
                described(maker, policy),
                "nothing of points 2, 3 and 4 in the public JSON and in the public tokens",
                "recycled: " + shares(recycler.value("recycled-content", "recycledContent")));
    }

    private static View view(String who, Journey journey, Service service, Reader reader) throws Exception {
        View view = View.read(who, service, journey.battery().passport());
        view.showsWhat(journey.accessPolicy(), reader);
        return view;
    }

    /**
     * Looked for by name in all that the public gets: in the JSON, and in every disclosure of every token. A name that
     * some public attribute carries too, as the rated capacity of a model and the measured one of a battery do, proves
     * nothing by standing there; where it stands was held against the policy when the view was read.
     */
    private static void showsNothingRestricted(View open, AccessPolicy policy) {
        Set<String> published = new HashSet<>();
        Map<String, String> withheld = new TreeMap<>();
        RecordKind.ofPassports()
                .forEach(kind -> policy.attributes()
                        .getOrDefault(kind, Map.of())
                        .forEach((pointer, point) -> {
                            if (point == AccessPoint.POINT_1) {
                                published.addAll(List.of(pointer.substring(1).split("/")));
                            } else {
                                withheld.put(lastName(pointer), kind.label() + pointer + " of point " + point.number());
                            }
                        }));
        withheld.keySet().removeAll(published);
        withheld.forEach((name, attribute) -> Expect.that(!open.mentions(name), "the public sees %s", attribute));
    }

    private static String shares(JsonNode recycledContent) {
        List<String> shares = new ArrayList<>();
        for (JsonNode material : recycledContent) {
            shares.add(material.path("recycledMaterial").asText() + " "
                    + (material.has("totalShare")
                            ? percent(material, "totalShare") + " in all"
                            : percent(material, "preConsumerShare") + " pre-consumer, "
                                    + percent(material, "postConsumerShare") + " post-consumer"));
        }
        return String.join("; ", shares);
    }

    private static String percent(JsonNode material, String share) {
        return material.path(share).path("value").asText() + " %";
    }

    /** How many, and beyond what is public, which of each point of Annex XIII. */
    private static String described(View view, AccessPolicy policy) {
        Map<String, List<String>> byPoint = new TreeMap<>();
        policy.attributes()
                .forEach((kind, attributes) -> attributes.forEach((pointer, point) -> {
                    if (point != AccessPoint.POINT_1 && view.sees(kind.label(), pointer)) {
                        byPoint.computeIfAbsent("point " + point.number(), any -> new ArrayList<>())
                                .add(lastName(pointer));
                    }
                }));
        StringBuilder text = new StringBuilder(
                "%-13s %d attributes".formatted(view.who(), view.attributes().size()));
        byPoint.forEach((point, names) -> text.append("%n%15s%s: %s"
                .formatted("", point, names.stream().sorted().distinct().collect(Collectors.joining(", ")))));
        return text.toString().replace("\n", "\n     ");
    }

    private static String lastName(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
