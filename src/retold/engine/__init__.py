"""Ways of running the three grains of the flow over a collection."""

from retold.engine.collection import Known, Outcome, Until, read_pages, work_out
from retold.engine.fingerprint import fingerprint
from retold.engine.local import LocalEngine
from retold.engine.update import Updated, update

__all__ = ["Known", "LocalEngine", "Outcome", "Until", "Updated", "fingerprint", "read_pages", "update", "work_out"]
