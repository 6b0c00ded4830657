package dev.denchi.connector.conflict;

import dev.denchi.connector.identity.TokenRenewal;
import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.eclipse.edc.runtime.metamodel.annotation.Inject;
import org.eclipse.edc.runtime.metamodel.annotation.Provides;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;

/**
 * Sends a dataspace message again when the peer answers 409: it may be a stock connector that is busy. Messages carry an
 * id, so a repeated one is taken once. A peer that still holds its entity in the end counts as unavailable, so that the state
 * machine tries later instead of giving the exchange up. Every attempt on the wire carries a token of its own, or the peer would refuse
 * the second as a replay.
 */
@Provides(OkHttpClient.class)
@SuppressWarnings("NullAway.Init") // EDC fills the injected fields before it initializes an extension
public final class OutboundConflicts implements ServiceExtension {

    private static final Pattern DATASPACE_MESSAGE = Pattern.compile(".*/(negotiations|transfers)/.*");
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;
    private static final int LONGEST_REASON = 4096;
    private static final int REQUESTS = 256;
    private static final int REQUESTS_PER_PEER = 64; // OkHttp's own limit of 5 lets one busy peer hold up all messages

    @Inject
    private OkHttpClient http;

    @Inject
    private TokenRenewal tokens;

    @Override
    public String name() {
        return "Denchi patience with outbound conflicts";
    }

    @Override
    public void initialize(ServiceExtensionContext context) {
        context.registerService(OkHttpClient.class, patient(http, Patience.USUAL, tokens));
    }

    static OkHttpClient patient(OkHttpClient http, Patience patience, TokenRenewal tokens) {
        var dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(REQUESTS);
        dispatcher.setMaxRequestsPerHost(REQUESTS_PER_PEER);
        return http.newBuilder()
                .dispatcher(dispatcher)
                .addInterceptor(chain -> sentUntilAnswered(chain, patience))
                .addNetworkInterceptor(chain -> chain.proceed(withOwnToken(chain.request(), tokens)))
                .build();
    }

    private static Response sentUntilAnswered(Interceptor.Chain chain, Patience patience) throws IOException {
        var request = chain.request();
        var response = chain.proceed(request);
        for (var tried = 1; tried < patience.tries() && isBusy(request, response) && patience.paused(); tried++) {
            response.close();
            response = chain.proceed(request);
        }
        return isBusy(request, response) && isHeld(response)
                ? response.newBuilder().code(UNAVAILABLE).build()
                : response;
    }

    private static boolean isHeld(Response response) throws IOException {
        return response.peekBody(LONGEST_REASON).string().contains(Patience.HELD);
    }

    private static boolean isBusy(Request request, Response response) {
        return response.code() == CONFLICT
                && request.method().equals("POST")
                && DATASPACE_MESSAGE.matcher(request.url().encodedPath()).matches();
    }

    private static Request withOwnToken(Request request, TokenRenewal tokens) {
        var token = request.header("Authorization");
        return token == null
                ? request
                : request.newBuilder()
                        .header("Authorization", tokens.renew(token))
                        .build();
    }
}
