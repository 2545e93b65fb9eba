"""Compare: Story -> Changes. What later tellings did to a fact or a quote."""

from retold.compare.compare import compare

__all__ = ["compare"]
