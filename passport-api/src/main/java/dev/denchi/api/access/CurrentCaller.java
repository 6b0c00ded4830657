package dev.denchi.api.access;

import jakarta.enterprise.context.RequestScoped;

/** The caller of the request at hand, as the {@link Gate} found him. */
@RequestScoped
public class CurrentCaller {
    private Caller caller = Caller.ANYONE;

    void is(Caller found) {
        caller = found;
    }

    public Caller get() {
        return caller;
    }
}
