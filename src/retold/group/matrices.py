"""Sparse matrices by rows. scipy is loaded with the first of them: importing retold must stay quick."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np

from retold.group.reading import Flags, Floats, Ints

# scipy's sparse matrices carry no types yet.
Matrix: TypeAlias = Any


def by_rows(values: Any, columns: Any, starts: Any, shape: tuple[int, int]) -> Matrix:
    """The entries of row r are those from `starts[r]` to `starts[r + 1]`."""
    from scipy import sparse

    return sparse.csr_matrix((values, columns, starts), shape=shape)


def entries_where(matrix: Matrix, kept: Flags) -> Matrix:
    """The same matrix with some of its entries only."""
    ends = np.concatenate([[0], np.cumsum(kept)])
    return by_rows(matrix.data[kept], matrix.indices[kept], ends[matrix.indptr], matrix.shape)


def unit_rows(matrix: Matrix) -> Matrix:
    """Rows scaled to length 1, in place."""
    length = np.sqrt(row_sums(matrix.multiply(matrix)))
    matrix.data /= np.repeat(np.where(length > 0, length, 1), np.diff(matrix.indptr)).astype(np.float32)
    return matrix


def row_sums(matrix: Matrix) -> Floats:
    return np.asarray(matrix.sum(axis=1), dtype=np.float64).ravel()


def components(first: Ints, second: Ints, size: int) -> tuple[int, Ints]:
    """How many connected components the links make, and by node which it is in, numbered by their first node."""
    from scipy.sparse import coo_matrix, csgraph

    links = coo_matrix((np.ones(len(first)), (first, second)), shape=(size, size))
    count, label = csgraph.connected_components(links, directed=False)
    return int(count), label.astype(np.int64)
