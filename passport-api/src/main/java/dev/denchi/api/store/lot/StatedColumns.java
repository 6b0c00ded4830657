package dev.denchi.api.store.lot;

import static dev.denchi.api.store.lot.LineageTables.list;

import dev.denchi.model.lot.Evidence;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.lot.Transformation;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What a statement says by itself, column by column; what it names by an id of ours is put beside it. */
final class StatedColumns {
    private StatedColumns() {}

    static JsonObject of(MaterialLot lot) {
        return new JsonObject()
                .put("material", lot.material().name())
                .put("mass_mg", lot.mass().milligrams())
                .put("facility_scheme", lot.facility().scheme())
                .put("facility_value", lot.facility().value())
                .put("produced_on", lot.producedOn().toString())
                .put("made_by", lot.madeBy() == null ? null : lot.madeBy().toString())
                .put(
                        "waste_class",
                        lot.waste() == null ? null : lot.waste().wasteClass().name())
                .put("waste_code", lot.waste() == null ? null : lot.waste().wasteCode())
                .put("custody_model", lot.custody().name())
                .put("elements", list(lot.elements(), held -> held.element().name()))
                .put("total_mg", list(lot.elements(), held -> held.total().milligrams()))
                .put(
                        "pre_consumer_mg",
                        list(lot.elements(), held -> held.preConsumer().milligrams()))
                .put(
                        "post_consumer_mg",
                        list(lot.elements(), held -> held.postConsumer().milligrams()))
                .put("assayed", list(lot.assays(), assay -> assay.element().name()))
                .put(
                        "assay_percent",
                        list(lot.assays(), assay -> assay.massFraction().value()))
                .put(
                        "assay_uncertainty",
                        list(lot.assays(), assay -> assay.uncertainty().value()))
                .mergeIn(evidence(lot.evidence()));
    }

    static JsonObject of(Transformation transformation) {
        return new JsonObject()
                .put("type", transformation.type().name())
                .put("facility_scheme", transformation.facility().scheme())
                .put("facility_value", transformation.facility().value())
                .put("begun_on", transformation.from().toString())
                .put("ended_on", transformation.to().toString())
                .put("custody_model", transformation.custody().name())
                .mergeIn(evidence(transformation.evidence()));
    }

    static JsonObject of(Transfer transfer) {
        return new JsonObject()
                .put("facility_scheme", transfer.from().facility().scheme())
                .put("facility_value", transfer.from().facility().value())
                .put("receiver_id", transfer.to().operator().value())
                .put("receiver_facility_scheme", transfer.to().facility().scheme())
                .put("receiver_facility_value", transfer.to().facility().value())
                .put("mass_mg", transfer.mass().milligrams())
                .put("given_on", transfer.on().toString());
    }

    static JsonObject of(RecycledContentClaim claim) {
        return new JsonObject()
                .put("model_id", claim.id().model().value())
                .put("facility_scheme", claim.id().plant().scheme())
                .put("facility_value", claim.id().plant().value())
                .put("year", claim.id().year());
    }

    private static JsonObject evidence(List<Evidence> evidence) {
        return new JsonObject()
                .put("evidence", list(evidence, document -> document.type().name()))
                .put("evidence_sha256", list(evidence, Evidence::sha256));
    }
}
