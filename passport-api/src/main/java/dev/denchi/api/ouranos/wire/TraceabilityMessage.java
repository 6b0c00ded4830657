package dev.denchi.api.ouranos.wire;

/** The messages of the traceability system, word by word, and their codes. */
public enum TraceabilityMessage {
    REQUIRED("MSGAECO0001", "{0}は必須項目です。"),
    ID_UNKNOWN("MSGAECO0020", "指定した識別子は存在しません"),
    TRACE_UNKNOWN("MSGAECI0005", "リクエストパラメータのトレース識別子に、存在しない部品が含まれています。"),
    PART_UNKNOWN("MSGAECP0013", "指定された部品は存在しません。"),
    PART_HAS_STRUCTURE("MSGAECP0014", "指定された部品は部品構成が存在するため削除できません。"),
    PART_IS_REQUESTED("MSGAECP0015", "指定された部品は依頼済みのため削除できません。"),
    PART_IS_LINKED("MSGAECP0016", "指定された部品は受領済みの依頼に紐づいているため削除できません。");

    private final String code;
    private final String message;

    TraceabilityMessage(String code, String message) {
        this.code = code;
        this.message = message;
    }

    String code() {
        return code;
    }

    String message() {
        return message;
    }
}
