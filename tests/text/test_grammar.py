from __future__ import annotations

import itertools

from retold.text.grammar import LONGEST_BLOCK, children_of, edges, parse, shortened

TEXT = "“It was over,” Capt. Arman Bek said on Friday."


def test_columns_belong_together() -> None:
    (found,) = parse(TEXT, [(0, len(TEXT))])
    assert [TEXT[start:end] for start, end in zip(found.starts, found.ends, strict=True)][-3:] == ["on", "Friday", "."]
    said = found.lower.index("said")
    assert found.tags[said] == "VBD"
    assert found.relations[said] == "root" or found.heads[said] == said
    subject = found.words.index("Bek")
    assert found.first[said] <= subject <= found.last[said]


def test_edges_and_children_of_a_tree() -> None:
    heads = (1, 1, 1, 4, 2)
    assert edges(heads) == ((0, 0, 2, 3, 3), (0, 4, 4, 3, 4))
    assert children_of(heads) == ((), (0, 2), (4,), (), (3,))


def test_long_blocks_are_cut_at_sentences() -> None:
    text = "The gate was shut. " * 1000
    pieces = list(shortened(text, (0, len(text))))
    assert all(end - start <= LONGEST_BLOCK for start, end in pieces)
    assert pieces[0][0] == 0
    assert pieces[-1][1] == len(text)
    assert all(a[1] == b[0] for a, b in itertools.pairwise(pieces))
    assert text[: pieces[0][1]].rstrip().endswith(".")


def test_a_block_without_any_gap() -> None:
    assert len(list(shortened("x" * 12_001, (0, 12_001)))) == 3
