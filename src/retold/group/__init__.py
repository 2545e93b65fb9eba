"""Group: Articles -> Stories. Grain: the whole collection.

`why` tells why two articles are, or are not, in one story; `apply_decisions` keeps what people decided; `GroupIndex` groups a stream;
`carry_ids` keeps the ids of stories that live on.
"""

from retold.group.carrying import carry_ids
from retold.group.decisions import apply_decisions
from retold.group.grouping import group
from retold.group.stream import GroupIndex, Turn
from retold.group.why import Explanation, Reason, why
from retold.types import Decision

__all__ = ["Decision", "Explanation", "GroupIndex", "Reason", "Turn", "apply_decisions", "carry_ids", "group", "why"]
