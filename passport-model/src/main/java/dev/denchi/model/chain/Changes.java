package dev.denchi.model.chain;

import java.util.List;

/**
 * What is different from before.
 *
 * @param parts with their new totals or progress
 * @param requests with their new answer, status or progress
 */
public record Changes(List<Node> parts, List<Request> requests) {}
