package dev.denchi.connector.conflict;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Predicate;
import org.eclipse.edc.connector.controlplane.services.spi.contractnegotiation.ContractNegotiationProtocolService;
import org.eclipse.edc.connector.controlplane.services.spi.transferprocess.TransferProcessProtocolService;
import org.eclipse.edc.runtime.metamodel.annotation.Inject;
import org.eclipse.edc.runtime.metamodel.annotation.Provides;
import org.eclipse.edc.spi.result.ServiceFailure;
import org.eclipse.edc.spi.result.ServiceResult;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks the protocol services again before a conflict leaves this connector as a 409, which the peer would take as final.
 * A conflict means that our own state machine holds the entity, or that the peer was faster than our commit. An entity that is
 * still held in the end is told as a server's error: then the peer tries later.
 */
@Provides({ContractNegotiationProtocolService.class, TransferProcessProtocolService.class})
@SuppressWarnings("NullAway.Init") // EDC fills the injected fields before it initializes an extension
public final class InboundConflicts implements ServiceExtension {

    @Inject
    private ContractNegotiationProtocolService negotiations;

    @Inject
    private TransferProcessProtocolService transfers;

    @Override
    public String name() {
        return "Denchi patience with inbound conflicts";
    }

    @Override
    public void initialize(ServiceExtensionContext context) {
        context.registerService(
                ContractNegotiationProtocolService.class,
                patient(ContractNegotiationProtocolService.class, negotiations, Patience.USUAL, any -> true));
        context.registerService(
                TransferProcessProtocolService.class,
                patient(
                        TransferProcessProtocolService.class,
                        transfers,
                        Patience.USUAL,
                        InboundConflicts::onlyWhileLeased));
    }

    /** A transfer message in a wrong state is a true error that the peer must hear of at once (DSP TCK TP:03-04 to 06). */
    static boolean onlyWhileLeased(ServiceFailure failure) {
        return failure.getFailureDetail().contains(Patience.HELD);
    }

    static <T> T patient(Class<T> type, T target, Patience patience, Predicate<ServiceFailure> worthWaiting) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> patience.ask(
                                () -> new Answer(target, method, arguments), answer -> answer.isBusy(worthWaiting))
                        .orThrow()));
    }

    /** What one call gave: a value, or what it threw. */
    private static final class Answer {

        private @Nullable Object value;
        private @Nullable Throwable thrown;

        Answer(Object target, Method method, Object @Nullable [] arguments) {
            try {
                value = method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                thrown = e.getTargetException();
            } catch (IllegalAccessException e) {
                thrown = e;
            }
        }

        boolean isBusy(Predicate<ServiceFailure> worthWaiting) {
            return value instanceof ServiceResult<?> result
                    && result.failed()
                    && result.reason() == ServiceFailure.Reason.CONFLICT
                    && worthWaiting.test(result.getFailure());
        }

        private static Object tryLater(@Nullable ServiceResult<?> busy) {
            return ServiceResult.unexpected(busy == null ? "try later" : busy.getFailureDetail() + " Try later.");
        }

        @Nullable
        Object orThrow() throws Throwable {
            if (thrown != null) {
                throw thrown;
            }
            return isBusy(InboundConflicts::onlyWhileLeased) ? tryLater((ServiceResult<?>) value) : value;
        }
    }
}
