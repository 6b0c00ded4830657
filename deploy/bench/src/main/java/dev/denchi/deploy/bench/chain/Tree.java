package dev.denchi.deploy.bench.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A tree of parts, each tier as many times as wide as the one above it. Every part but the first is bought, which makes it two entries:
 * its buyer's and its maker's.
 */
record Tree(int tiers, int parts) {

    /** From the root to the leaves; the leaves take what is left. */
    List<Integer> sizes() {
        double narrow = 1;
        double wide = parts;
        while (wide - narrow > 1e-9) {
            double width = (narrow + wide) / 2;
            if (sum(width) > parts) {
                wide = width;
            } else {
                narrow = width;
            }
        }
        List<Integer> sizes = new ArrayList<>();
        int left = parts;
        for (int tier = 0; tier < tiers - 1; tier++) {
            sizes.add((int) Math.round(Math.pow(narrow, tier)));
            left -= sizes.get(tier);
        }
        sizes.add(left);
        return sizes;
    }

    private double sum(double width) {
        double sum = 0;
        for (int tier = 0; tier < tiers; tier++) {
            sum += Math.pow(width, tier);
        }
        return sum;
    }

    int leaves() {
        return sizes().get(tiers - 1);
    }

    UUID leaf(int number) {
        return md5(this + "-made-" + (tiers - 1) + "-" + number);
    }

    /** As PostgreSQL makes a UUID of an MD5 hash: without setting a version. */
    private static UUID md5(String name) {
        try {
            var bytes = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return tiers + "x" + parts;
    }
}
