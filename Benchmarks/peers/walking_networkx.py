#!/usr/bin/env python3
"""NODES.bin EDGES.bin SPACES.bin LIMIT OUT.bin: the nodes within a walk of each space by NetworkX; reading and the graph are left out of the
work, and so are the parts of edges, which it does not have."""
import sys

from phases import Phases

phases = Phases("networkx")

import networkx
import walks

phases.end("import", counts=False)

nodes, edges, lengths, spaces = walks.streets(*sys.argv[1:4])
limit, output = float(sys.argv[4]), sys.argv[5]
graph = networkx.Graph()
graph.add_weighted_edges_from(zip(edges[:, 0].tolist(), edges[:, 1].tolist(), lengths.tolist()))
phases.end("read", counts=False)
reached = [networkx.single_source_dijkstra_path_length(graph, space, cutoff=limit) for space in spaces.tolist()]
phases.end("walk")
phases.print(nodes=walks.write(reached, output))
