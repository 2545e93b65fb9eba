"""Words that tell whether a short line is a person's name: what stands beside names, what is never part of one, and what joins two."""

from __future__ import annotations

# After one of these a name is over: who the person is, or what the page says next.
ROLES = frozenset(
    "senior junior chief staff special guest deputy assistant associate contributing executive managing digital freelance editor editors reporter reporters correspondent "
    "writer writers journalist columnist producer photographer contributor contributors author authors bureau desk newsroom newsdesk team staffer admin administrator "
    "webmaster analyst intern news sports sport politics political business health science technology tech crime world national foreign local city "
    "entertainment royal breaking online magazine editorial board office redaction redaktion redacción redação redazione rédaction redactie "
    "ist story opinion comment analysis report reports recipe solutions marketing development content social event type trial attorney lifestyle product products reviews review "
    "channel video posted by home more view all posts articles founder president director manager professor lecturer physician dietitian nutritionist specialist expert lawyer "
    "eastern western european african asian global environment environmental education climate defence defense security economics economy finance financial religion arts culture food travel wine fashion features investigations "
    "investigative data audience community consumer affairs diplomatic parliamentary transport energy housing media crypto personal retail markets court courts police emergency general-assignment multimedia award-winning veteran former based "
    "gardener chef nurse teacher trainer therapist psychologist psychiatrist pharmacist veterinarian dermatologist cardiologist planner adviser advisor accountant historian curator critic "
    "master dietician gastroenterologist surgeon paediatrician pediatrician agronomist architect designer developer programmer officer partner owner co-founder cofounder ceo cto coo cfo vp head lead principal vice "
    "representative secretary minister senator mep mp councillor fellow researcher strategist economist meteorologist consultant engineer editor-in-chief "
    "the a an what why how when where who to our your my this that these those with about on is are was were and or".split()
)
# Behind these stand many, none of them named ("Podium Staff").
TEAMS = frozenset("team teams staff desk bureau newsroom newsdesk crew redaktion equipo équipe".split())
# After these the words before are no person's either ("British Heart Foundation").
ORGANISATIONS = frozenset(
    "foundation institute university college hospital society council department committee ministry party club association clinic bank agency agencies studio company "
    "group network press wire wires newswire news times post herald daily tribune media gazette magazine online service services limited ltd inc llc gmbh radio television tv office "
    "federation union corporation trust museum school church parliament government commission authority center centre community editorial shop store blog "
    "zeitung nachrichten redaktion redacción redação rédaction redazione redactie diario periódico jornal journal giornale agencia agência agence agentur agenzia prefeitura "
    "today agencias agências agences agenzie agenturen corresponsales enviados coordenadoria secretaria ministerio ministère kantor".split()
)
# What pages print beside bylines in the same places: buttons, lists, sections. No surname that is at all common stands here.
INTERFACE = frozenset(
    "leave reply most viewed popular related topics topic follow get it us latest trending top live watch listen gallery galleries newsletter newsletters sign subscribe subscribed "
    "comments recommended sponsored advertisement contact contacts search menu login register account settings cookie cookies privacy policy terms conditions copyright click continue "
    "share tweet print email e-mail download app apps install free shipping sale offer offers deals breaking headlines headline stories articles posts photos videos pictures podcast "
    "podcasts episode archive archives tags tag category categories section sections next previous back top-stories editor's reader's readers via from source sources credit credits "
    "published updated modified edited written minute minutes read-more see-also also skip pages website site sitemap homepage "
    "history features feature explainer explained exclusive interview column columns letters obituaries horoscopes crossword puzzles weather traffic jobs classifieds "
    "mehr lesen teilen über uns alle neueste aktuell aktuelle nachrichten kommentar kommentare anzeige meistgelesen folgen sie "
    "lire plus partager suivez abonnez actualités article commentaires "
    "más leídas leídos compartir síguenos suscríbete últimas noticias artículo comentarios sobre nosotros mais lidas compartilhe siga últimas notícias "
    "leggi altro condividi seguici ultime notizie articolo commenti meer lezen delen volg ons berita terkini populer baca juga".split()
)
# What follows a comma after a name, and no name itself: degrees, orders, licences.
DEGREES = frozenset(
    "md m.d phd ph.d rd rdn ld ldn mba mph mpp mpa msc ma ms bs ba mfa cfa cpa cfp cpp psp pmp cissp jd j.d esq llm rn bsn msn np pa-c dds dmd do dvm vmd pharmd psyd edd facs facc fracp "
    "frcp mrcp obe mbe cbe kbe kc qc ii iii iv jr sr pe cscs dpt lcsw lmft".split()
)
# Places of two and more words that bylines and datelines give; of one kind each: cities and countries named so.
PLACES = frozenset(
    """hong kong|abu dhabi|buenos aires|rio de janeiro|são paulo|sao paulo|kuala lumpur|tel aviv|costa rica|puerto rico|sri lanka|saudi arabia|united states|united kingdom|united nations|
    addis ababa|phnom penh|ho chi minh|sierra leone|burkina faso|baton rouge|des moines|el salvador|el paso|la paz|costa mesa|dar es salaam|quezon city|bosnia herzegovina|
    papua new guinea|great britain|middle east|latin america|central america|south america|central africa|ivory coast|cape verde|equatorial guinea|dominican republic|holy see|
    addis abeba|nizhny novgorod|ulan bator|da nang|belo horizonte|porto alegre|ciudad juárez|ciudad juarez|mar del plata|saint petersburg|st petersburg|st louis|st paul|le havre|la rochelle|
    palo alto|santa fe|grand rapids|little rock|ann arbor|long beach|virginia beach|silicon valley|wall street|white house|capitol hill|downing street|new south wales|british columbia|
    nova scotia|ciudad de méxico|ciudad de mexico|tierra del fuego|den haag|the hague|frankfurt am main|baden württemberg|nordrhein westfalen|île de france|ile de france|provence alpes""".replace(
        "\n", ""
    )
    .replace("    ", "")
    .split("|")
)
PLACE_OPENINGS = frozenset(
    "new north south east west northern southern eastern western upper lower greater san santa los las port fort mount cape lake".split()
)
PLACE_ENDINGS = frozenset(
    "city island islands county province district springs heights coast region republic states kingdom village township territory peninsula airport".split()
)
# Dates glued to a name ("Ana Ruiz December"); but Tom May and April Jones are people.
CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun".split()
)
# Particles that stand inside names in lower case.
PARTICLES = frozenset(
    "de da di do dos das du del della der den van von vom zu zur la le el al bin ibn abu ben y e i af av ter ten st und och".split()
)
OPENING_PARTICLES = frozenset("de di da van von el al abu ben bin ibn la le du del della st".split())  # those a name may also begin with
