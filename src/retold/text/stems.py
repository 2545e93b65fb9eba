"""What a word of English means roughly: its stem, and the class of near-synonyms that news uses for one another."""

from __future__ import annotations

import re
from functools import lru_cache

# Nothing is said by these alone.
FUNCTION_WORDS = frozenset(
    re.findall(
        r"[\w']+",
        """
        a an the this that these those there here it its itself he him his himself she her hers herself they them their theirs themselves we us our ours ourselves
        i me my mine myself you your yours yourself who whom whose which what when where why how and or but nor so yet if then than as of at by for from in into on
        onto to toward towards with within without about above across after against along among around before behind below beneath beside between beyond during
        except inside near off out outside over past since through throughout till under until up upon down via per be is are was were been being am do does did
        doing done have has had having will would shall should can could may might must ought s t d ll ve re m also too very just even still only again ever
        such both each either neither any some all most more much many few less other another own same not no never n't cannot because while although though
        whether however therefore thus rather quite almost already well one ones
        """,
    ),
)
# These say little: most statements of most stories could hold them.
LIGHT_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        say tell report add claim state statement accord believe think know ask call give get make take come go put let keep want need see look show find
        time year day week month hour minute today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday people person man woman thing way part
        place case number lot kind bit fact new old first last next early earlier late later recent ago now when late long good great big little high official
        spokesman spokeswoman spokesperson source appear seem likely possible probable allege apparent reported use become begin start continue happen
        """,
    ),
)
IRREGULAR = {
    form: base
    for base, forms in {
        "say": "said says", "tell": "told", "give": "gave given", "take": "took taken", "get": "got gotten", "make": "made", "come": "came", "go": "went gone",
        "see": "saw seen", "know": "knew known", "think": "thought", "find": "found", "leave": "left", "fall": "fell fallen", "hold": "held", "keep": "kept",
        "lose": "lost loss losses", "pay": "paid", "send": "sent", "shoot": "shot", "strike": "struck stricken", "bring": "brought", "buy": "bought", "sell": "sold sale",
        "break": "broke broken", "speak": "spoke spoken speech", "steal": "stole stolen theft", "write": "wrote written", "fly": "flew flown flight", "run": "ran",
        "begin": "began begun", "grow": "grew grown growth", "rise": "rose risen", "fight": "fought", "lead": "led", "build": "built", "meet": "met",
        "win": "won", "seek": "sought", "feel": "felt", "hear": "heard", "mean": "meant", "become": "became", "drive": "drove driven", "choose": "chose chosen choice",
        "die": "died dying death dead deaths deadly", "man": "men", "woman": "women", "child": "children", "person": "persons people", "throw": "threw thrown",
        "teach": "taught", "catch": "caught", "hide": "hid hidden", "shake": "shook shaken", "flee": "fled flight", "bear": "born borne", "wear": "wore worn",
        "blow": "blew blown", "sink": "sank sunk", "burn": "burnt", "draw": "drew drawn", "eat": "ate eaten", "drink": "drank drunk", "foot": "feet", "life": "lives",
        "explode": "explosion explosions explosive blast", "decide": "decision decisions", "threat": "threaten threats", "thief": "thieves", "bad": "worse worst",
        "withdraw": "withdrew withdrawn withdrawal", "arise": "arose arisen", "spend": "spent", "stand": "stood", "sit": "sat", "swear": "swore sworn", "bind": "bound",
        "deny": "denies denied denial", "apply": "applied", "injure": "injury injuries injured", "proof": "prove proven proofs", "analysis": "analyses", "crisis": "crises",
    }.items()
    for form in forms.split()
}  # fmt: skip
# Words that tellings of one event put for one another; the first stands for all.
CONCEPTS = {
    word: group.split()[0]
    for group in (
        "attack strike assault raid bombing bombard ambush offensive onslaught hit",
        "kill die slay fatality murder assassinate perish casualty slain",
        "wound injure hurt harm maim unhurt unharmed unscathed uninjured",
        "order approve sanction authorise authorize greenlight command direct permission authorisation authorization",
        "warn alert caution warning advise notify",
        "explode detonate blow burst",
        "arrest detain custody apprehend jail",
        "steal rob loot thief robber",
        "plane aircraft jet airliner airplane flight",
        "car vehicle automobile",
        "ship vessel boat tanker",
        "gun rifle firearm weapon pistol handgun",
        "buy purchase acquire acquisition",
        "police officer cop policeman",
        "doctor surgeon physician medic",
        "hospital clinic",
        "home house residence",
        "company firm corporation business",
        "money cash fund",
        "law legislation",
        "deny reject refute dismiss repudiate rebut disavow",
        "confirm verify corroborate acknowledge admit concede",
        "apologise apologize apology sorry regret",
        "fake forge forgery false fabricate hoax bogus phony",
        "real genuine authentic",
        "hack breach intruder hacker intrusion",
        "children child kid toddler boy girl youngster",
        "mistake error blunder",
        "cheat fraud fraudulent rig swindle",
        "win victory triumph",
        "vote ballot poll election",
        "help aid assist assistance support",
        "blame accuse accusation fault",
        "resign quit",
        "fire blaze inferno flame",
        "worker employee staff labourer laborer",
        "militia militant",
        "leader chief boss head",
        "drug tranquiliser tranquilizer tranquillizer tranquilize sedative",
        "begin start launch commence",
        "end finish conclude stop cease halt",
        "rise increase climb grow surge jump soar",
        "fall drop decline decrease plunge slump sink",
        "send dispatch deliver",
        "receive get obtain",
        "replace swap substitute",
        "find discover detect locate recover",
        "enter intrude",
        "search hunt seek look",
        "miss missing unaccounted disappear vanish",
        "safe secure safety unsafe",
        "storm hurricane typhoon cyclone",
        "amount sum total figure",
        "allow permit let",
        "require need demand",
        "angry anger furious outrage rage",
        "ask request",
        "letter mail email message note",
        "broken faulty defective malfunction",
        "expert specialist analyst",
        "medicine medication",
        "storm gale",
        "country nation state",
        "government administration authority",
        "soldier troop serviceman",
        "bomb explosive",
        "damage destroy ruin wreck",
        "survive escape",
        "involve involvement role part participate",
        "carry perform conduct commit execute perpetrate",
    )
    for word in group.split()
}
# A country and what is its own.
NATIONS = {
    own: country
    for country, names in {
        "afghanistan": "afghan afghans", "america": "american americans us usa", "argentina": "argentine argentinian", "australia": "australian australians",
        "austria": "austrian", "belarus": "belarusian", "belgium": "belgian", "brazil": "brazilian", "britain": "british briton britons uk", "canada": "canadian canadians",
        "chile": "chilean", "china": "chinese", "colombia": "colombian", "cuba": "cuban", "czechia": "czech", "denmark": "danish dane", "egypt": "egyptian egyptians",
        "england": "english", "ethiopia": "ethiopian", "finland": "finnish", "france": "french", "germany": "german germans", "greece": "greek greeks",
        "hungary": "hungarian", "india": "indian indians", "indonesia": "indonesian", "iran": "iranian iranians", "iraq": "iraqi iraqis", "ireland": "irish",
        "israel": "israeli israelis", "italy": "italian italians", "japan": "japanese", "jordan": "jordanian", "kenya": "kenyan", "korea": "korean koreans",
        "kuwait": "kuwaiti", "lebanon": "lebanese", "libya": "libyan", "mexico": "mexican mexicans", "morocco": "moroccan", "netherlands": "dutch",
        "nigeria": "nigerian", "norway": "norwegian", "pakistan": "pakistani pakistanis", "palestine": "palestinian palestinians", "peru": "peruvian",
        "philippines": "filipino", "poland": "polish", "portugal": "portuguese", "qatar": "qatari", "russia": "russian russians", "scotland": "scottish",
        "serbia": "serbian", "spain": "spanish", "sudan": "sudanese", "sweden": "swedish", "switzerland": "swiss", "syria": "syrian syrians",
        "taiwan": "taiwanese", "thailand": "thai", "turkey": "turkish", "ukraine": "ukrainian ukrainians", "venezuela": "venezuelan", "vietnam": "vietnamese",
        "yemen": "yemeni",
    }.items()
    for own in names.split()
}  # fmt: skip
SUFFIXES = (
    ("ational", "ate"), ("ization", "ize"), ("isation", "ize"), ("ibility", "ible"), ("ability", "able"), ("ousness", "ous"), ("fulness", "ful"), ("iveness", "ive"),
    ("ments", ""), ("ment", ""), ("ations", "ate"), ("ation", "ate"), ("ingly", ""), ("edly", ""), ("ness", ""), ("ies", "y"), ("ied", "y"), ("ions", ""), ("ion", ""),
    ("ings", ""), ("ing", ""), ("ers", ""), ("ors", ""), ("ally", ""), ("ed", ""), ("er", ""), ("or", ""), ("ly", ""), ("es", ""), ("s", ""),
)  # fmt: skip


@lru_cache(maxsize=100_000)
def meaning_of(word: str) -> str:
    """The concept or stem of a folded word: "strikes", "struck" and "attacked" share one."""
    base = IRREGULAR.get(word) or NATIONS.get(word, word)
    if base in CONCEPT_OF:
        return CONCEPT_OF[base]
    return CONCEPT_OF.get(stem(base), stem(base))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without its ending; endings of four letters and more go first. Words of three letters and figures stay."""
    if len(word) <= 3 or not word.isalpha():
        return word
    for ending, put in SUFFIXES:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return trimmed(word[: -len(ending)] + put)
    return trimmed(word)


def trimmed(base: str) -> str:
    """Without a final e, a doubled final consonant, or a y for an i."""
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiouls":
        base = base[:-1]
    if len(base) > 3 and base[-1] == "e":
        base = base[:-1]
    return base[:-1] + "i" if len(base) > 2 and base[-1] == "y" else base


CONCEPT_OF = {**{stem(word): group for word, group in CONCEPTS.items()}, **CONCEPTS}
LIGHT_STEMS = frozenset(stem(word) for word in LIGHT_WORDS) | LIGHT_WORDS
