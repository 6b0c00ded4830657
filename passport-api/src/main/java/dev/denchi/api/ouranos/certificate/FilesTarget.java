package dev.denchi.api.ouranos.certificate;

import dev.denchi.api.certificate.CertificateFile;
import dev.denchi.api.certificate.GiveFiles;
import dev.denchi.api.certificate.TakeFiles;
import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Inputs;
import dev.denchi.api.ouranos.wire.Query;
import dev.denchi.api.ouranos.wire.Refusal;
import dev.denchi.api.ouranos.wire.Source;
import dev.denchi.api.sign.ServiceAddress;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.model.ouranos.UploadInput;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** {@code dataTarget} fileUploadUrl and fileDownloadUrl: where the bytes of a certificate's files go, and where they are. */
@Singleton
public class FilesTarget {
    private final TakeFiles in;
    private final GiveFiles out;
    private final ServiceAddress address;

    FilesTarget(TakeFiles in, GiveFiles out, ServiceAddress address) {
        this.in = in;
        this.out = out;
        this.address = address;
    }

    public Uni<Response> putUploadUrls(Exchange exchange, byte[] body) {
        UploadInput input = Inputs.upload(body);
        exchange.requireOwn(input.operatorId());
        return in.name(exchange.operator(), input.names())
                .map(named -> exchange.created(named.stream().map(this::view).toList()));
    }

    /** The certificate is named as the one who asks knows it: his own by its id, a supplier's by the request ({@code downloadType}). */
    public Uni<Response> getDownloadUrl(Exchange exchange) {
        Query query = exchange.query();
        UUID certificate = query.requiredUuid("cfpCertificationId");
        boolean own = isOwn(query);
        return out.find(exchange.operator(), query.requiredUuid("fileId"))
                .invoke(found -> requireMeant(found, certificate, own == isOf(exchange, found)))
                .map(found -> exchange.ok(view(found.file())));
    }

    private static boolean isOwn(Query query) {
        String type = query.text("downloadType");
        if ("OWN".equals(type) || "OTHER".equals(type)) {
            return "OWN".equals(type);
        }
        throw Refusal.parameter(Source.DATASPACE, "downloadType");
    }

    private static boolean isOf(Exchange exchange, GiveFiles.Found found) {
        return found.file().operator().equals(exchange.operator());
    }

    private static void requireMeant(GiveFiles.Found found, UUID certificate, boolean rightSide) {
        if (!rightSide || !found.certificates().contains(certificate)) {
            throw new Refused(Reason.NO_SUCH_FILE);
        }
    }

    private Map<String, Object> view(CertificateFile file) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("fileId", file.id());
        view.put("fileName", file.name());
        view.put("URL", address.publicUrl() + CertificationFileResource.PATH + "/" + file.id());
        return view;
    }
}
