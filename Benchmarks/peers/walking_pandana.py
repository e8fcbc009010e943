#!/usr/bin/env python3
"""NODES.bin EDGES.bin SPACES.bin LIMIT OUT.bin: the nodes within a walk of each space by pandana; reading and the contraction hierarchies are
left out of the work, and so are the parts of edges, which it does not have. Of its range query the engine alone counts, without the table that
its Python method makes of the answer (`table`)."""
import sys

from phases import Phases

phases = Phases("pandana")

import numpy as np
import pandana
import pandas as pd
import walks

phases.end("import", counts=False)

nodes, edges, lengths, spaces = walks.streets(*sys.argv[1:4])
limit, output = float(sys.argv[4]), sys.argv[5]
network = pandana.Network(
    pd.Series(nodes[:, 0]), pd.Series(nodes[:, 1]), pd.Series(edges[:, 0]), pd.Series(edges[:, 1]),
    pd.DataFrame({"length": lengths}), twoway=True)
identifiers = network.node_idx.index.to_numpy(dtype=np.int64)
phases.end("read", counts=False)
found = network.net.nodes_in_range(spaces, limit, 0, identifiers)
phases.end("walk")
network.nodes_in_range(spaces, limit)
phases.end("table", counts=False)
# A node may come twice; the shorter walk is meant.
reached = []
for pairs in found:
    walk = {}
    for node, distance in pairs:
        if distance <= limit:
            walk[int(node)] = min(distance, walk.get(int(node), distance))
    reached.append(walk)
phases.print(nodes=walks.write(reached, output))
