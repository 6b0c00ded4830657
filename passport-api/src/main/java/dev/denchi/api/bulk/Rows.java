package dev.denchi.api.bulk;

import org.jspecify.annotations.Nullable;

/** How a line becomes a record's body. Asked for each line in the order of the file. */
interface Rows {

    /**
     * The JSON document that the line stands for; {@code null} when it stands for none, as a header does.
     *
     * @throws dev.denchi.api.problem.Rejected when the line stands for nothing
     */
    byte @Nullable [] document(Line line);

    /** Whether no line can be understood after this one was refused. */
    boolean isHeader(Line line);
}
