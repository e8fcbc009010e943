"""What the scripts that walk share: the streets, and the walks as doubles: counts by space, then nodes, then metres."""
import numpy as np


def streets(nodes, edges, spaces):
    nodes = np.fromfile(nodes).reshape(-1, 2)
    edges = np.fromfile(edges).astype(np.int64).reshape(-1, 2)
    steps = nodes[edges[:, 0]] - nodes[edges[:, 1]]
    return nodes, edges, np.sqrt((steps**2).sum(1)), np.fromfile(spaces).astype(np.int64)


def write(walks, output):
    """One mapping from nodes to metres for each space."""
    ordered = [sorted(walk.items()) for walk in walks]
    counts = [len(walk) for walk in ordered]
    pairs = np.array([pair for walk in ordered for pair in walk], dtype="<f8").reshape(-1, 2)
    np.concatenate([counts, pairs[:, 0], pairs[:, 1]]).astype("<f8").tofile(output)
    return len(pairs)
