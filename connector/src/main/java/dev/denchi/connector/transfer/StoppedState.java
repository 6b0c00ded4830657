package dev.denchi.connector.transfer;

/** Why the tokens of a transfer are worthless, in the service's words. */
enum StoppedState {
    SUSPENDED,
    TERMINATED,
    COMPLETED
}
