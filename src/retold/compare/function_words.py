"""Words that carry grammar rather than news, as stems; they neither make two sentences alike nor tell them apart."""

from __future__ import annotations

from retold.compare.stemming import stem

_WORDS = """
a an the this that these those there here it its he she they them their his her him we us our i me my you your who whom whose which what
and or but nor so yet if when while as than then because since although though whether
of in on at by for from to into onto over under up down out off with without within about around after before during until till between among
against through across near per via toward towards upon amid
is are was were be been being am do does did done doing have has had having will would can could may might must shall should
not no n't isn't wasn't didn't doesn't don't won't wouldn't couldn't hasn't hadn't haven't aren't weren't can't cannot
said says say saying told tells tell according added mr mrs ms dr also just very more most some any each every both either neither
one other another such own same now still only even that's it's he's
"""
FUNCTION_WORDS = frozenset(stem(word) for word in _WORDS.split())
