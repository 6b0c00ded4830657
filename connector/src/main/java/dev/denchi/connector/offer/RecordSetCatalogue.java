package dev.denchi.connector.offer;

import dev.denchi.connector.policy.AccessPoint;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.edc.connector.controlplane.asset.spi.domain.Asset;
import org.eclipse.edc.connector.controlplane.catalog.spi.Dataset;
import org.eclipse.edc.connector.controlplane.catalog.spi.DatasetResolver;
import org.eclipse.edc.connector.controlplane.catalog.spi.DistributionResolver;
import org.eclipse.edc.connector.controlplane.contract.spi.ContractOfferId;
import org.eclipse.edc.connector.controlplane.contract.spi.types.offer.ContractDefinition;
import org.eclipse.edc.participant.spi.ParticipantAgent;
import org.eclipse.edc.participantcontext.spi.types.ParticipantContext;
import org.eclipse.edc.policy.model.PolicyType;
import org.eclipse.edc.spi.query.QuerySpec;
import org.eclipse.edc.web.spi.exception.BadGatewayException;
import org.jspecify.annotations.Nullable;

/**
 * Answers the catalogue page by page: access point after access point, each in the order of the ids, and only those the
 * reader may see. Offset and limit go down to the service, so that the last page costs what the first one does.
 */
final class RecordSetCatalogue implements DatasetResolver {

    private final RecordSets recordSets;
    private final OpenDefinitions definitions;
    private final DistributionResolver distributions;

    RecordSetCatalogue(RecordSets recordSets, OpenDefinitions definitions, DistributionResolver distributions) {
        this.recordSets = recordSets;
        this.definitions = definitions;
        this.distributions = distributions;
    }

    @Override
    public Stream<Dataset> query(ParticipantContext own, ParticipantAgent reader, QuerySpec query, String protocol) {
        var filter = RecordSetFilter.of(query);
        var open = definitions.openTo(reader, own);
        try {
            return page(filter, open, query).stream()
                    .map(recordSet -> dataset(recordSet, open, own, protocol))
                    .toList()
                    .stream();
        } catch (ServiceAddress.ServiceUnreachable e) {
            throw new BadGatewayException("The catalogue cannot be read just now; ask again");
        }
    }

    @Override
    public @Nullable Dataset getById(ParticipantContext own, ParticipantAgent reader, String id, String protocol) {
        var open = definitions.openTo(reader, own);
        return recordSets
                .find(id)
                .filter(recordSet -> AccessPoint.of(recordSet.accessPoint())
                        .filter(open::containsKey)
                        .isPresent())
                .map(recordSet -> dataset(recordSet, open, own, protocol))
                .orElse(null);
    }

    private List<RecordSet> page(
            RecordSetFilter filter, Map<AccessPoint, List<ContractDefinition>> open, QuerySpec query) {
        var found = new ArrayList<RecordSet>();
        var toSkip = query.getOffset();
        for (var point : new EnumMap<>(open).keySet()) {
            var wanted = query.getLimit() - found.size();
            if (wanted == 0) {
                break;
            }
            if (filter.admits(point)) {
                var part = recordSets.page(filter.at(point), toSkip, wanted);
                found.addAll(part.recordSets());
                toSkip = Math.max(0, toSkip - part.total());
            }
        }
        return found;
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // EDC hands out the dataset builder without its types
    private Dataset dataset(
            RecordSet recordSet,
            Map<AccessPoint, List<ContractDefinition>> open,
            ParticipantContext own,
            String protocol) {
        Asset asset = recordSet.asset(own.getParticipantContextId());
        Dataset.Builder dataset = Dataset.Builder.newInstance()
                .id(recordSet.id())
                .distributions(distributions.getDistributions(protocol, asset))
                .properties(asset.getProperties());
        var point = AccessPoint.of(recordSet.accessPoint()).orElseThrow();
        for (var definition : open.getOrDefault(point, List.of())) {
            dataset.offer(
                    ContractOfferId.create(definition.getId(), recordSet.id()).toString(),
                    definitions.contractPolicyOf(definition).toBuilder()
                            .type(PolicyType.OFFER)
                            .build());
        }
        return dataset.build();
    }
}
