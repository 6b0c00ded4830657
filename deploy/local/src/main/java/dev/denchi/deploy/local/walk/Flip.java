package dev.denchi.deploy.local.walk;

/** Changes one character of a token, in a part of it that the caller chooses. */
final class Flip {

    static final int SIGNATURE = 2;
    private static final int DISCLOSURES = 3;

    private Flip() {}

    /** Parts: 0 header, 1 payload, 2 signature, 3 the first disclosure. */
    static String onePlace(String token, int part) {
        int place = middle(token, part);
        char other = token.charAt(place) == 'A' ? 'B' : 'A';
        return token.substring(0, place) + other + token.substring(place + 1);
    }

    private static int middle(String token, int part) {
        int from = 0;
        for (int i = 0; i < part; i++) {
            from = token.indexOf(i == DISCLOSURES - 1 ? '~' : '.', from) + 1;
        }
        int end = token.indexOf(part >= SIGNATURE ? '~' : '.', from);
        return (from + end) / 2; // not the last character: some of its bits may not count
    }
}
