package dev.denchi.api.bulk;

/** NDJSON: the line is the document, read as strictly as if it had come alone. */
final class JsonRows implements Rows {

    @Override
    public byte[] document(Line line) {
        return line.bytes();
    }

    @Override
    public boolean isHeader(Line line) {
        return false;
    }
}
