package dev.denchi.model.verification;

import dev.denchi.model.credential.MalformedToken;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import java.util.Optional;

/** Whether the record continues the version before, as its hash says. Any cut of that version will do: all have one hash. */
final class PreviousVersionCheck {
    private PreviousVersionCheck() {}

    static Check of(RecordHeader said, Given given) {
        if (said.previousSha256() == null) {
            return Question.PREVIOUS_VERSION.notApplicable("it is the first version");
        }
        for (String token : given.earlier()) {
            Optional<RecordToken> earlier = read(token);
            if (earlier.isPresent() && earlier.get().sha256().equals(said.previousSha256())) {
                return continues(said, earlier.get().header());
            }
            if (earlier.isPresent() && isNamedLikeIt(earlier.get().header(), said)) {
                return Question.PREVIOUS_VERSION.failed("the version before has the hash " + said.previousSha256()
                        + ", the version " + (said.version() - 1) + " that was given has "
                        + earlier.get().sha256());
            }
        }
        return Question.PREVIOUS_VERSION.indeterminate("version " + (said.version() - 1) + " of " + said.id()
                + " is not among the " + given.earlier().size() + " earlier versions given");
    }

    private static Optional<RecordToken> read(String token) {
        try {
            return Optional.of(RecordToken.parseWithoutDisclosures(token));
        } catch (MalformedToken e) {
            return Optional.empty();
        }
    }

    private static boolean isNamedLikeIt(RecordHeader earlier, RecordHeader said) {
        return earlier.id().equals(said.id()) && earlier.version() == said.version() - 1;
    }

    /** The hash binds its bytes; what they say must fit as well. */
    private static Check continues(RecordHeader said, RecordHeader before) {
        boolean fits = isNamedLikeIt(before, said)
                && before.kind() == said.kind()
                && before.subject().equals(said.subject())
                && !before.issuedAt().isAfter(said.issuedAt());
        return fits
                ? Question.PREVIOUS_VERSION.passed(
                        "it continues version " + before.version() + " of " + before.issuedAt())
                : Question.PREVIOUS_VERSION.failed("the hash is that of version " + before.version() + " of "
                        + before.kind().label() + " " + before.id() + ", which this record cannot continue");
    }
}
