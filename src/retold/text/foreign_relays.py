"""How other languages say that an outlet told: Spanish, French, German, Italian and Portuguese."""

from __future__ import annotations

import re
from typing import Literal

ForeignKind = Literal["told", "reported", "according"]

# What stands between the cue and the name: "el diario Clarín", "l'agence de presse AFP", "der Nachrichtenagentur dpa".
FOREIGN_KIND = (
    r"(?:(?:el|la|los|las|le|les|il|lo|der|die|das|dem|den|o|a|os|as)\s+|(?<![^\W_])(?:l|all|dall|dell)['’])?"
    r"(?:(?:diario|periódico|rotativo|agencia|cadena|canal|revista|portal|emisora|televisión|quotidien|journal|chaîne|agence|magazine|radio|Zeitung|Tageszeitung|"
    r"Nachrichtenagentur|Agentur|Sender|Magazin|Nachrichtenmagazin|Zeitschrift|quotidiano|giornale|agenzia|emittente|jornal|agência|emissora|site|sito|web)"
    r"(?:\s+(?:de\s+noticias|de\s+presse|di\s+stampa|de\s+notícias|estatal|local))?\s+)?"
)
_SPANISH_TOLD = r"(?:dijo|dijeron|dice|declaró|explicó|aseguró|afirmó|contó|confirmó|señaló|indicó|comentó|relató)"
_FRENCH_TOLD = r"(?:déclaré|dit|expliqué|indiqué|confirmé|affirmé|confié|assuré|raconté|précisé)"
_GERMAN_TOLD = r"(?:sagte|sagten|sagt|erklärte|bestätigte|erzählte|berichtete)"
_ITALIAN_TOLD = r"(?:detto|dichiarato|spiegato|riferito|raccontato|confermato)"
_PORTUGUESE_TOLD = r"(?:disse|disseram|afirmou|declarou|contou|explicou|confirmou)"
_ON_A_DAY = r"(?:\s+(?:este|el|nesta|na|ce|am|heute|oggi|hoy)?\s*[a-zé-]+)?"

FOREIGN_BEFORE: tuple[tuple[ForeignKind, str], ...] = (
    ("told", rf"{_SPANISH_TOLD}\s+(?:\w+\s+){{0,5}}?a(?:l)?"),
    ("told", rf"{_FRENCH_TOLD}\s+(?:\w+\s+){{0,3}}?(?:à(?:\s+l['’])?|au|aux)"),
    ("told", rf"{_GERMAN_TOLD}\s+(?:\w+\s+){{0,3}}?(?:der|dem|den|gegenüber)"),
    ("told", rf"{_ITALIAN_TOLD}\s+(?:\w+\s+){{0,3}}?(?:a|al|alla|all['’]|allo)"),
    ("told", rf"{_PORTUGUESE_TOLD}\s+(?:\w+\s+){{0,3}}?(?:à|ao|a|aos)"),
    ("according", rf"[Ss]egún\s+(?:publica|informa|recoge|adelanta|revela|cuenta|reporta|publicó|informó|reveló|adelantó){_ON_A_DAY}"),
    ("according", r"[Ss]egún|[Dd]e\s+acuerdo\s+con|[Ss]elon|[Dd]['’]après|[Ll]aut|[Ss]econdo|[Ss]egundo|[Dd]e\s+acordo\s+com"),
    ("according", r"[Nn]ach\s+(?:Angaben|Informationen|Recherchen|einem\s+Bericht)\s+(?:der|des|von|vom)|[Ww]ie"),
    (
        "reported",
        r"(?:informó|informa|publicó|publica|reveló|rapporte|révèle|berichtete?|meldete?|meldet|riporta|scrive|informou|publicou|noticiou|revelou)",
    ),
)
_REPORTED = (
    r"(?:informó|informa|publicó|publica|reportó|reveló|adelantó|rapporte|a\s+rapporté|révèle|a\s+révélé|berichtete?|meldete?|meldet|schreibt|schrieb|"
    r"ha\s+riferito|riferisce|riporta|scrive|informou|publicou|noticiou|revelou)"
)
FOREIGN_AFTER: tuple[tuple[ForeignKind, str], ...] = (("reported", rf"\s+{_REPORTED}\b"),)
FOREIGN_TRIGGER = re.compile(
    rf"\b(?:{_SPANISH_TOLD}|{_FRENCH_TOLD}|{_GERMAN_TOLD}|{_ITALIAN_TOLD}|{_PORTUGUESE_TOLD}|[Ss]egún|[Ss]elon|[Ll]aut|[Ss]econdo|[Ss]egundo|[Aa]cuerdo|[Aa]cordo|[Dd]['’]après|[Nn]ach|[Ww]ie|"
    r"informó|informa|publicó|publica|reveló|rapporte|révèle|berichtete?|meldete?|meldet|riporta|scrive|informou|publicou|noticiou|revelou)\b"
)
