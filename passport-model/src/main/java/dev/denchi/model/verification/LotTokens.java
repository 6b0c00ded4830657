package dev.denchi.model.verification;

import dev.denchi.model.credential.MalformedToken;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.passport.LotStatement;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.Subject;
import dev.denchi.model.signature.Issuer;
import dev.denchi.model.verification.Check.Result;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements on lots among some tokens, each believed only when its own verification leaves nothing open that matters and the
 * operator that it speaks for signed it. Of several versions the newest counts.
 *
 * @param refused why a token is not believed, by what it calls itself
 */
record LotTokens(Map<String, LotEvent> believed, Map<String, String> refused) {

    static LotTokens read(Given given, RecordVerifier verifier) {
        LotTokens tokens = new LotTokens(new HashMap<>(), new HashMap<>());
        Map<String, Integer> versions = new HashMap<>();
        Given alone = given.withLots(List.of());
        for (String token : given.lots()) {
            try {
                tokens.take(RecordToken.parse(token.strip()), verifier.verify(token.strip(), alone), versions);
            } catch (MalformedToken e) {
                tokens.refused.put("a token", String.valueOf(e.getMessage()));
            }
        }
        return tokens;
    }

    Collection<LotEvent> events() {
        return believed.values();
    }

    private void take(RecordToken token, Verification verification, Map<String, Integer> versions) {
        String subject = token.header().subject().value();
        RecordContent content = token.content();
        if (verification.resultOf(Question.SIGNATURE.label()) != Result.PASSED
                || verification.outcome() == Result.FAILED) {
            refused.put(subject, "its own verification is " + verification.outcome());
        } else if (!(content instanceof LotStatement statement) || statement.event() == null) {
            refused.put(subject, "it is no whole statement on lots");
        } else if (!isBy(statement.event().operator(), token)
                || !Subject.of(statement.event()).value().equals(subject)) {
            refused.put(
                    subject,
                    "it speaks of " + statement.event().key() + ", said by "
                            + token.header().issuer());
        } else if (token.header().version() > versions.getOrDefault(subject, 0)) {
            versions.put(subject, token.header().version());
            believed.put(statement.event().key(), statement.event());
        }
    }

    private static boolean isBy(OperatorId operator, RecordToken token) {
        return Issuer.operatorOf(token.header().issuer())
                .filter(operator::equals)
                .isPresent();
    }
}
