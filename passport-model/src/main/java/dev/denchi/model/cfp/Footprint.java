package dev.denchi.model.cfp;

/**
 * The footprint of a part in the two processes that are told apart: as its maker states it, or as it adds up.
 *
 * @param pre preprocessing (Ouranos {@code preProcessing}, 前処理)
 * @param main the main production (Ouranos {@code mainProcessing}, 製造)
 */
public record Footprint(Emissions pre, Emissions main) {}
