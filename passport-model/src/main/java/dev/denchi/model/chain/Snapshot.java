package dev.denchi.model.chain;

import dev.denchi.model.part.TraceId;
import java.util.List;
import java.util.Map;

/**
 * All that a change of one part can reach, and what that depends on.
 *
 * @param path the parts that may be affected, each behind all those it depends on
 * @param nodes the parts of the path, and the parts in them
 * @param requests those for a footprint that are not cancelled, about any of the nodes or linked to a part of the path
 */
public record Snapshot(List<TraceId> path, Map<TraceId, Node> nodes, List<Request> requests) {}
