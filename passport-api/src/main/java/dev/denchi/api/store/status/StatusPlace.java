package dev.denchi.api.store.status;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.status.StatusEntry;
import dev.denchi.model.status.StatusPurpose;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the status of one version stands in its operator's lists: the same place in the list of each purpose.
 *
 * @param segment part of the lists' addresses
 */
public record StatusPlace(String segment, int index) {
    private static final Pattern ADDRESS = Pattern.compile(".*/operators/([^/]+)/status/([0-9a-f]{12})/([a-z]+)");
    private static final Pattern ID = Pattern.compile("([0-9a-f]{12})-(0|[1-9][0-9]{0,8})");

    /** What a record says about its status. */
    public List<StatusEntry> entries(URI publicUrl, OperatorId operator) {
        return Arrays.stream(StatusPurpose.values())
                .map(purpose -> new StatusEntry(purpose, addressOf(publicUrl, operator, segment, purpose), index))
                .toList();
    }

    /** Where a list is served. */
    public static URI addressOf(URI publicUrl, OperatorId operator, String segment, StatusPurpose purpose) {
        return URI.create(publicUrl + "/operators/" + operator + "/status/" + segment + "/" + purpose.label());
    }

    /**
     * The place that an entry names in this operator's list of its purpose, wherever the service stood when it was signed; empty when it
     * is in no list of a service like this, or in another operator's.
     */
    public static Optional<StatusPlace> of(StatusEntry entry, OperatorId operator) {
        Matcher address = ADDRESS.matcher(entry.list().toString());
        return address.matches()
                        && address.group(1).equals(operator.value())
                        && address.group(3).equals(entry.purpose().label())
                ? Optional.of(new StatusPlace(address.group(2), entry.index()))
                : Optional.empty();
    }

    /** Whether an address looks like that of a list of a service like this. */
    public static boolean isAddress(URI list) {
        return ADDRESS.matcher(list.toString()).matches();
    }

    /** The place that was written as {@link #id}; empty when the text is none. */
    public static Optional<StatusPlace> parse(String id) {
        Matcher parts = ID.matcher(id);
        return parts.matches()
                ? Optional.of(new StatusPlace(parts.group(1), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /** Names it among its operator's. */
    public String id() {
        return segment + "-" + index;
    }
}
