package dev.denchi.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordSigner;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.evidence.EvidenceOperator;
import dev.denchi.model.evidence.EvidenceRecord;
import dev.denchi.model.evidence.EvidenceWriter;
import dev.denchi.model.format.AccessPolicyFile;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.status.StatusEntry;
import dev.denchi.model.status.StatusList;
import dev.denchi.model.status.StatusListCredential;
import dev.denchi.model.status.StatusPurpose;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What fuji-packs of another service could hand over: a battery that it signed itself, with status lists of whoever. */
final class FujisPackage {
    static final String OPERATOR = "fuji-packs";
    static final String NEIGHBOUR = "umi-packs";
    private static final String SERVICE = "https://first.example";
    private static final int PLACE = 4711;

    private final OwnKey own = OwnKey.under("did:web:fuji.example", Curve.P_256, JWSAlgorithm.ES256);
    private final OwnKey keeper = at(OPERATOR);
    private final OwnKey neighbour = at(NEIGHBOUR);
    private final RecordId id = new RecordId(UUID.randomUUID());
    private final JsonNode battery = Examples.newBattery("FUJI");
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** Who runs the second service believes all of them. */
    void trusted() throws IOException {
        for (OwnKey key : List.of(own, keeper, neighbour)) {
            Files.write(
                    Handed.TRUSTED.resolve(key.did().replaceAll("[^a-z]", "-") + ".json"),
                    StrictJson.write(key.keys().didDocument()));
        }
    }

    String record() {
        return id.toString();
    }

    /**
     * The archive.
     *
     * @param address under which operator's address the lists stand
     * @param signs whose key they are signed with
     * @param isRevoked by its bit
     * @param isToldRevoked by the index
     */
    byte[] archive(String address, String signs, boolean isRevoked, boolean isToldRevoked) {
        EvidenceWriter writer = new EvidenceWriter();
        EvidenceOperator operator =
                new EvidenceOperator(OPERATOR, keeper.did(), "Fuji Packs K.K.", "urn:x:fuji", List.of(own.did()));
        writer.operator(operator, keeper.keys().didDocument());
        writer.ownKeys(operator, own.did(), own.keys().didDocument());
        RecordToken token = token(address);
        writer.record(indexed(isToldRevoked ? now : null), token.serialize());
        OwnKey signer = signs.equals(OPERATOR) ? keeper : neighbour;
        for (StatusEntry entry : token.header().status()) {
            boolean isSet = isRevoked && entry.purpose() == StatusPurpose.REVOCATION;
            writer.statusList(OPERATOR, "0123456789ab-" + entry.purpose().label(), list(entry, signer, isSet));
        }
        return Handed.written(writer.signed(
                        keeper.signer(),
                        keeper.did(),
                        token.header().subject().value(),
                        SERVICE,
                        "operator",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .toCompletableFuture()
                .join());
    }

    private EvidenceRecord indexed(@Nullable Instant revokedAt) {
        return new EvidenceRecord(
                record(), 1, OPERATOR, SERVICE, null, revokedAt, revokedAt == null ? null : "Recalled.");
    }

    private RecordToken token(String address) {
        var subject = RecordReader.content(RecordKind.BATTERY, battery).subject(new OperatorId(OPERATOR));
        List<StatusEntry> status = Arrays.stream(StatusPurpose.values())
                .map(purpose -> new StatusEntry(
                        purpose,
                        URI.create(SERVICE + "/operators/" + address + "/status/0123456789ab/" + purpose.label()),
                        PLACE))
                .toList();
        RecordHeader header = new RecordHeader(id, RecordKind.BATTERY, subject, own.did(), 1, null, now, status);
        return new RecordSigner(own.signer(), AccessPolicyFile.bundled())
                .sign(header, battery)
                .toCompletableFuture()
                .join();
    }

    private String list(StatusEntry entry, OwnKey signer, boolean isSet) {
        StatusList bits = StatusList.of(StatusList.SMALLEST, isSet ? IntStream.of(PLACE) : IntStream.empty());
        return new StatusListCredential(
                        entry.list(), signer.did(), Set.of(entry.purpose()), now, now.plus(Duration.ofDays(1)), bits)
                .sign(signer.signer())
                .toCompletableFuture()
                .join();
    }

    private static OwnKey at(String operator) {
        return OwnKey.under("did:web:first.example:operators:" + operator, Curve.P_256, JWSAlgorithm.ES256);
    }
}
