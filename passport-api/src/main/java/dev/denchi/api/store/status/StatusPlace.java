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
    private static final Pattern ADDRESS = Pattern.compile(".*/operators/[^/]+/status/([0-9a-f]{12})/[a-z]+");

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

    /** The place that an entry names, wherever the service stood when it was signed; empty when it is in no list of a service like this. */
    public static Optional<StatusPlace> of(StatusEntry entry) {
        Matcher address = ADDRESS.matcher(entry.list().toString());
        return address.matches() ? Optional.of(new StatusPlace(address.group(1), entry.index())) : Optional.empty();
    }
}
