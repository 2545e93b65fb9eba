"""Group: Articles -> Stories. Grain: the whole collection.

`why` tells why two articles are, or are not, in one story; `apply_decisions` keeps what people decided; `GroupIndex` groups a stream.
"""

from retold.group.decisions import Decision, apply_decisions
from retold.group.grouping import group
from retold.group.stream import GroupIndex, Turn
from retold.group.why import Explanation, Reason, why

__all__ = ["Decision", "Explanation", "GroupIndex", "Reason", "Turn", "apply_decisions", "group", "why"]
