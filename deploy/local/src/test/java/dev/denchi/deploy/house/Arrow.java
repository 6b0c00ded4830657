package dev.denchi.deploy.house;

/** One room needs another: a package of a module, or a module. */
record Arrow(String from, String to) implements Comparable<Arrow> {

    @Override
    public int compareTo(Arrow other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return from + " --> " + to;
    }
}
