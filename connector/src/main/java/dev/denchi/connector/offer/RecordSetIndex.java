package dev.denchi.connector.offer;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.edc.connector.controlplane.asset.spi.domain.Asset;
import org.eclipse.edc.connector.controlplane.asset.spi.index.AssetIndex;
import org.eclipse.edc.spi.query.Criterion;
import org.eclipse.edc.spi.query.QuerySpec;
import org.eclipse.edc.spi.result.StoreResult;
import org.eclipse.edc.spi.types.domain.DataAddress;
import org.jspecify.annotations.Nullable;

/** Shows EDC the service's record sets as its assets, read-only. */
final class RecordSetIndex implements AssetIndex {

    private static final String READ_ONLY =
            "What is on offer follows from the passport service; it is not written here";

    private final RecordSets recordSets;
    private final String participantContextId;

    RecordSetIndex(RecordSets recordSets, String participantContextId) {
        this.recordSets = recordSets;
        this.participantContextId = participantContextId;
    }

    @Override
    public Stream<Asset> queryAssets(QuerySpec query) {
        return recordSets.page(RecordSetFilter.of(query), query.getOffset(), query.getLimit()).recordSets().stream()
                .map(recordSet -> recordSet.asset(participantContextId));
    }

    @Override
    public @Nullable Asset findById(String id) {
        return recordSets
                .find(id)
                .map(recordSet -> recordSet.asset(participantContextId))
                .orElse(null);
    }

    @Override
    public long countAssets(List<Criterion> criteria) {
        var filter = RecordSetFilter.of(criteria);
        return filter.id() == null
                ? recordSets.page(filter, 0, 1).total()
                : recordSets.page(filter, 0, 1).recordSets().size();
    }

    /** Asks nobody, so that a transfer can wait for the service in a state from which it is tried again. */
    @Override
    public DataAddress resolveForAsset(String id) {
        return RecordSet.addressOf(id);
    }

    @Override
    public StoreResult<Void> create(Asset asset) {
        return StoreResult.generalError(READ_ONLY);
    }

    @Override
    public StoreResult<Asset> deleteById(String id) {
        return StoreResult.generalError(READ_ONLY);
    }

    @Override
    public StoreResult<Asset> updateAsset(Asset asset) {
        return StoreResult.generalError(READ_ONLY);
    }
}
