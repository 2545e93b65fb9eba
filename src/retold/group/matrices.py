"""Sparse matrices by rows. scipy is loaded with the first of them: importing retold must stay quick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np

from retold.group.arrays import Flags, Floats, Ints, offsets

# scipy's sparse matrices carry no types yet.
Matrix: TypeAlias = Any


def by_rows(values: Any, columns: Any, starts: Any, shape: tuple[int, int]) -> Matrix:
    """The entries of row r are those from `starts[r]` to `starts[r + 1]`."""
    from scipy import sparse

    return sparse.csr_matrix((values, columns, starts), shape=shape)


def entries_where(matrix: Matrix, kept: Flags) -> Matrix:
    """The same matrix with some of its entries only."""
    return by_rows(matrix.data[kept], matrix.indices[kept], offsets(kept)[matrix.indptr], matrix.shape)


def rows_where(matrix: Matrix, kept: Flags) -> Matrix:
    """The same matrix with the entries of some of its rows only."""
    return matrix if kept.all() else entries_where(matrix, np.repeat(kept, np.diff(matrix.indptr)))


def stacked(parts: Sequence[Matrix], columns: Sequence[Ints], width: int) -> Matrix:
    """The rows of several matrices, one after the other; `columns` tells by part where its columns are in the whole."""
    moved = [at[part.indices] if len(at) else part.indices for part, at in zip(parts, columns, strict=True)]
    starts = offsets(np.concatenate([np.diff(part.indptr) for part in parts]))
    return by_rows(np.concatenate([part.data for part in parts]), np.concatenate(moved), starts, (len(starts) - 1, width))


def unit_rows(matrix: Matrix) -> Matrix:
    """Rows scaled to length 1, in place."""
    squares = by_rows(matrix.data.astype(np.float64) ** 2, matrix.indices, matrix.indptr, matrix.shape)
    length = np.sqrt(row_sums(squares))
    matrix.data = (matrix.data / np.repeat(np.where(length > 0, length, 1), np.diff(matrix.indptr))).astype(np.float32)
    return matrix


def row_sums(matrix: Matrix) -> Floats:
    """Summed from left to right, so that a row's sum depends on nothing but the row."""
    rows = matrix.shape[0]
    sums: Floats = np.bincount(np.repeat(np.arange(rows), np.diff(matrix.indptr)), weights=matrix.data, minlength=rows).astype(float)
    return sums


def components(first: Ints, second: Ints, size: int) -> tuple[int, Ints]:
    """How many connected components the links make, and by node which it is in, numbered by their first node."""
    from scipy.sparse import coo_matrix, csgraph

    links = coo_matrix((np.ones(len(first)), (first, second)), shape=(size, size))
    count, label = csgraph.connected_components(links, directed=False)
    return int(count), label.astype(np.int64)
