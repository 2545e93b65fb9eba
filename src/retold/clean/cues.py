"""The phrases by which a site's furniture gives itself away, by kind and strength.

Strength 3: the line is furniture even where it reads like a sentence; 2: unless it is a full sentence; 1: only with other signs (a line without
a full stop, after the last paragraph, among its likes). Phrases are of classes, never of one site: what sites of all sorts print around articles,
also in the stiff English of translated and machine-spun pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retold.types import FurnitureKind

Cues = dict[FurnitureKind, tuple[tuple[int, str], ...]]

_SHARE_WORDS = frozenset(
    "share tweet pin it print email e mail save like copy link bookmark follow whatsapp facebook flip send forward gift listen republish reuse this on via in with to us the a "
    "an friend friends me by page button article story post image content now for later twitter telegram pinterest linkedin reddit tumblr instagram youtube tiktok flipboard "
    "messenger viber vk line threads bluesky mastodon google digg pocket skype sms x comments comment opens open new window tab click views view shares min read more version "
    "text size small medium large aa url copied loading whats app discuss".split()
)
_SHARE_CORE = _SHARE_WORDS & frozenset(
    "share tweet pin print email mail save like copy bookmark whatsapp facebook send forward gift republish reuse twitter telegram pinterest linkedin reddit tumblr instagram "
    "flipboard messenger viber vk threads bluesky mastodon".split()
)
_THIS = r"(?:this|the|our|these)"
_PIECE = r"(?:story|article|report|post|page|piece|item|content|copy|material|feature|column|text)"

CUES: Cues = {
    "advert": (
        (3, r"^\W*(?:advert(?:isement|isements|ising|orial)?s?|ads?|commercial|publicit[yéà]|publicidade?|werbung|anzeige|reklama?|promoted|promotion|sponsored)(?: (?:content|post|links?|message|feature|stories))?\W*$"),
        (3, r"^\W*advert\w*\W+(?:\w+\W+){0,4}?(?:continue|scroll|below|skip|loading|feedback|close)"),
        (3, r"(?:story|article|post|content|report|reading|text) (?:continues?|below)\b.{0,20}(?:below|after|advert|this ad)"),
        (3, r"^\W*scroll (?:down )?(?:to|for) continue|^\W*skip (?:this )?ad\b|^\W*ad \d+ of \d+|^\W*ad(?:vertisement)?s? (?:by|closed|feedback)\b|report (?:this|an) ad\b|why am i seeing this ad"),
        (3, r"^\W*(?:sponsored|promoted|paid (?:post|content|for)|presented|powered)(?: (?:by|content|post))?\s*[:|]|^\W*(?:sponsored|presented|promoted) by\b|^\W*paid (?:for by|partner|post|content)"),
        (2, r"\bis (?:brought to you|sponsored|supported) by\b|\bwe pay for your (?:stories|videos?)|^\W*course:|^\W*(?:brought to you|in (?:partnership|association)) (?:by|with)\b|this (?:post|article) (?:may )?contains? affiliate"),
        (2, r"\b(?:half price|\d+\s?% off|up to \d+\s?% off|shop now|buy now|book (?:now|by|your|today)|order (?:now|today|online)|call (?:us )?(?:now|today)|limited (?:time )?offer|free (?:delivery|shipping|trial|estimate)|delivery free|entry free|free entry|with delivery|money.back|discount code|promo code|coupon)\b"),
        (1, r"\b(?:sale|sales|discounts?|bargains?|offers?|deals?|prices? from|delivery|warranty|open (?:sundays?|daily|7 days|all day|until)|all sizes|in stock|entry|tickets? from|opening hours|casino|betting|forex|crypto|loans?|insurance quotes?|weight loss|net worth)\b"),
    ),
    "caption": (
        (3, r"^\W*(?:enlarge this image|toggle caption|hide caption|view (?:gallery|image|photos?)|see (?:gallery|image)|open image|image gallery|photo gallery|scroll (?:down )?for (?:video|more)|play video|watch(?: the)? video|video player|loading (?:video|player)|now playing|close modal|expand image)\b"),
        (3, r"^\W*(?:file(?:d)?(?: (?:photo|image|picture|pic))?|(?:hand-?out|stock|archive|undated|representat\w+|illustrat\w+|representational) ?(?:photo|image|picture|pic)?|photo(?:graph)?s?|images?|pictures?|pics?|video(?:graphic)?|foto(?:s|grafia)?|bild|imagen?|graphic|illustration|infographic|map|cartoon|gallery|slideshow) ?(?:\d+ ?(?:of|/) ?\d+ ?)?(?:[:|–—]|- )(?!\s*$)"),
        (3, r"^\W*(?:photo|image|picture|video|caption|gallery|photos|images|pictures|media caption|image caption|image source|media playback.{0,40})\W*$"),
        (3, r"^\W*\d{1,2} ?(?:of|/) ?\d{1,2}\b\W*(?:$|\|)|^\W*\d{1,2} ?(?:of|/) ?\d{1,2}\s+[A-Z]"),
        (3, r"\((?:file )?(?:photo|picture|image|photograph|pic|illustration|graphic|video|agency picture|screengrab|screenshot|source|courtesy|credit|copyright|via|©)\w*(?:\s|:|\))[^()]{0,90}\)?\W*$"),
        (3, r"\((?:[^()]{2,60}/)?(?:ap|afp|reuters|getty(?: images)?|epa|dpa|upi|pa|xinhua|bloomberg|shutterstock|istock|alamy|associated press|[a-z .]{2,40} via (?:ap|reuters|getty|afp|associated press)|[^()]{2,60} ?/ ?[^()]{2,60}?|ap photo/[^()]{2,60}|[a-z]{2,5} photo(?:/[^()]{2,60})?)(?:, ?file)?\)(?: \([^()]{2,40}\))?\W*$"),
        (3, r"(?:photo(?:graph(?:er)?)?|picture|image|video|foto|illustration|pic)s?(?: credits?| courtesy)?(?: ?[:;] ?| by | © ?| courtesy (?:of )?| via )(?!.{0,80}\b(?:said|told|was|were|has|have|will)\b).{2,80}$"),
        (2, r"(?:getty images?|shutterstock|istock(?:photo)?|alamy|associated press photo|ap photo|afp photo|reuters photo|file picture|file photo|archive photo|handout (?:photo|image|via)|image of archive|photo/\w+|picture alliance|rex features|zuma|wikimedia commons|unsplash|pexels|pixabay|screengrab|screen grab|screenshot)\b[^.!?]{0,60}\W*$"),
        (2, r"(?-i:[.\]] ?(?:[A-Z][\w.]+ ){0,3}[A-Z][\w.]+ ?/ ?(?:[A-Z][\w.]+ ?){1,4}(?:/ ?file)?$|\b[A-Z]{2,6}/[A-Z][\w.]+ [A-Z][\w-]+(?:/file)?$|\. © ?[A-Z][^.]{2,40}$|\. ?/ ?[A-Z]{3,}\W*$|\b(?:[A-Z]{3,} )?PHOTOGRAPH\b)"),
        (1, r"\((?:left|right|centre|center|pictured|above|below|l|r|l-r|bottom|top|inset|second (?:left|right))[^)]{0,30}\)|\bpictured\b|\b(?:poses?|posing|gestures?|arrives? for|speaks? (?:to|during|at)|attends?|waves?|walks?|looks? on|is seen|are seen|seen (?:in|from|here|at)) (?:for|during|at|in|to|outside|with|as|on|off|from|past)?\b"),
    ),
    "related": (
        (3, r"^\W*(?:read|see|watch|learn|listen|check|view|explore|discover|find out|additionally (?:read|learn)|also (?:read|see|watch|on|in)|related|recommended(?: for you)?|don'?t miss|must[- ]reads?|more)(?: (?:also|more|next|this|it|here|full story|on this(?: story)?))?(?: ?(?::|>>|»|→|\|)\s?\S.*)$"),
        (3, r"^\W*(?:(?:read|see|learn|hear|watch|find) (?:also|more|next|all|on|further)|also (?:read|see|watch)|keep reading|continue reading|further reading|up next|read this next|what to read next|more (?:from|on|in|about|news|stories|articles|headlines|by|coverage|like this|to read|to explore)|related(?: (?:articles?|stories|posts?|news|content|topics?|coverage|links?|reading|items?|videos?))?|recommended(?: (?:for you|stories|reading|articles|videos))?|most (?:read|viewed|popular|shared|commented|recent|watched|discussed)|trending(?: (?:now|stories|in\b.*|on\b.*|today|news))?|popular(?: (?:now|posts|stories|articles|on\b.*|in\b.*|topics|news))?|latest(?: (?:news|stories|articles|posts|updates|headlines|videos|from\b.*|in\b.*))?|(?:news of the hour|recent (?:articles?|posts?|news|stories|comments?))|top (?:stories|news|headlines|picks|posts)|editor'?s'? (?:picks?|choice)|you (?:may|might|could|will|should|'ll)(?: (?:also|likewise|so))? (?:like|love|enjoy|be interested).*|it can interest you.*|people also (?:read|like).*|around the web|from (?:the|our) (?:archives?|web|blog|partners?|network)\b.*|in case you missed it.*|elsewhere (?:on|in)\b.*|other (?:news|stories|articles)|today'?s? (?:top|headlines|coverage|most)\b.*|story timeline|explore more.*|what'?s next|next (?:article|story|post|up)|previous (?:article|story|post)|(?:about|more about) (?:the )?authors?|about the author.*)\W*$"),
        (3, r"^\W*(?:previous|next|older|newer|up next|by theme|on (?:this )?topic|on the (?:subject|theme)|from the archive|also|topics?|tags?|tagged|keywords|filed under|labels?|categories|factbox|explainer|podcast|listen|in pictures|gallery|timeline|opinion|analysis|quiz|profile|latest|live|breaking|developing|just in|watch(?: live| now)?|must (?:read|see|watch)|don'?t miss|see also|read also|read|related|more|recommended|trending)\s?[:|»](?!\S)\s*\S"),
        (3, r"^\W*(?:you (?:may|might)(?: (?:also|likewise))? like\w*|most read|more articles|related (?:stories|articles|posts)|recent articles|read more|more stories)(?-i:[A-Z][A-Z ]*[A-Z]|[A-Z][.\w])"),
        (2, r"^\W*(?:related (?:stories|articles|news|content|topics|posts)|most (?:read|popular|viewed)(?: in| on)?|more (?:stories|articles|news|headlines|from|on)|read (?:more|next|the full)|trending now|recommended (?:for|stories)|you may also like)\b"),
        (2, r"^\W*(?-i:[A-Z])[\w.' -]{3,40} (?:(?:covers|writes about|reports on) |is (?:a|an|the) [\w' -]{0,60}\b(?:reporter|correspondent|editor|writer|columnist|journalist|producer|author|contributor|freelancer)\b(?: for| at| with| covering| based| who|\.))"),
        (2, r"^(?:\d{1,2}[:.]\d\d|\d+\.|[•»›>→▶■●-])\s+\S.{8,}[^.!?]$"),
        (1, r"\b(?:net worth|you won'?t believe|this is why|here'?s (?:why|how|what)|\d+ (?:things|ways|foods|reasons|tips|facts|photos|signs|superfoods|best|crypto)|factbox|explainer|in pictures|podcast|quiz|horoscope)\b|^\W*(?:opinion|analysis|video|watch|photos)\b"),
    ),
    "newsletter": (
        (3, r"\b(?:sign up|sign-up|subscribe|register|signup) (?:now |today |here |free |below |via email )?(?:to|for|and get|with)\b.{0,80}(?:newsletter|news letter|email|e-mail|inbox|briefing|alerts?|updates?|channel|digest|daily|weekly|morning|evening|free|podcast|round-?up|magazine|mail|emails|app|edition|account|to read)"),
        (3, r"^\W*(?:sign up|subscribe|subscribe now|join (?:us|now)|register(?: now)?|get (?:our|the) (?:app|newsletter)|download (?:our|the) app|newsletters?(?: sign ?up)?|free newsletter|daily newsletter|email (?:address|newsletter)|your email(?: address)?|enter your e-?mail(?: address)?|stay (?:updated|informed|connected|tuned|in touch|on top)|follow us|become a (?:member|subscriber)|support (?:us|our)|donate(?: now)?)\b[^.]{0,60}\W*$"),
        (3, r"^\W*(?:sign up|subscribe|join \d|join our|join the \d|stay on top|stay (?:up to date|informed|ahead)|never miss|follow (?:us|blog|our|the .{0,30} on|@)|get (?:the|our|your|all the|breaking|daily|more)\b.{0,60}(?:inbox|phone|newsletter|email|app|headlines|alerts)|support (?:the|our|us|independent)|forward (?:the|this)|like (?:us|what you)|want (?:more|to)|turn on (?:notifications|alerts)|be the first to know|to receive|receive)\b"),
        (3, r"\b(?:(?:in|to) your (?:e-?mail )?inbox|our (?:free )?(?:daily|weekly|morning|evening|email|e-mail)? ?newsletter|newsletter (?:sign|subscription)|unsubscribe|whatsapp (?:channel|group)|telegram channel|push notifications|become a (?:member|subscriber|patron|supporter)|subscribe to (?:our|the|this)|view it in your browser|our \d+ ?[ap]m email|headlines by text|can subscribe at|free for \d+ days|please verify you'?re not a robot|invalid email address|agree to receive|follow(?:s|ing)? (?:us|the \w+) on)\b"),
        (2, r"^\W*(?:do you have a story|have a (?:story|tip|question)|got a (?:story|tip|news tip)|know more\b|contact us|email us|send (?:us|your|sms)|share your story|reach (?:us|out)|write to us|tell us|let us know)\b"),
        (1, r"\b(?:newsletter|subscribe|subscription|sign up|e-?mail|inbox|our email|our app|the .{2,20} mail|free account|donat\w+|membership|your inbox|evening edition|morning (?:brief|briefing)|round-?up|weekdays at)\b"),
    ),
    "comments": (
        (3, r"^\W*(?:leave (?:a |your )?(?:reply|comments?|response)(?:\. your email.*)?|readers'? comments \(\d+\)|comments?(?: section)?|\d[\d,.]* (?:comments?|responses?|replies|thoughts)\b.{0,80}|comments? ?[:(]? ?\d+\)?|(?:read|view|see|show|load|hide|post|add|write|leave|join|have|share)(?: all| the| a| your| more| an?)*(?: \d+)? (?:comments?|reply|replies|conversation|discussion|say|views|thoughts|opinion|responses?)|top comments|readers?'? comments|(?:no|0) (?:comments?|replies|responses?)(?: yet)?|cancel reply|reply|report comment|be the first (?:to|in) comment\w*|sort by.{0,30}|what do you think\??|have your say|post comment|discussion|leave feedback)\W*$"),
        (3, r"^\W*(?:please (?:enter your|log ?in|sign in|login|keep|note that comments)|you must (?:be )?(?:logged|log)|log ?in to (?:comment|reply|leave)|your email address will not|save my name|comments? (?:are|is|have been|on this) |commenting |to (?:leave|post|write|add) (?:a )?comments?|required fields|the recaptcha|this site uses akismet|notify me of|all comments|view comments|\d+ comments?\b|text the studio|tell us in the comments|let us know in the comments|join the (?:conversation|discussion)|\d+ (?:responses?|replies|thoughts) (?:to|on)\b)"),
        (2, r"^[\w.' -]{2,30} says:|^(?:guest|anonymous|[a-z]+_[a-z0-9_]+|[a-z]+\d+)\s?: |\bsays:\s*$"),
    ),
    "navigation": (
        (3, r"^\W*(?:skip to|jump to|go to|back to (?:top|the top|home|main)|return to|home(?:page)?(?: ?[|>»/–-].*)?|you are here|menu|main menu|close(?: menu)?|search(?: for)?|sign (?:in|out)|log ?(?:in|out)|my account|account|site ?map|navigation|toggle (?:navigation|menu)|show (?:more|less)|load more|view (?:all|more)|see (?:all|more)|read (?:more|less|full)|expand|collapse|next page|previous page|page \d+(?: of \d+)?|\d+ of \d+ pages?|in (?:today.s|this) (?:issue|edition)|in this (?:article|story|section)|on this page|table of contents|contents|jump to section|listen live|today.s paper|order reprints|e-?paper|all (?:sections|news)|to main|select language|choose your|trouble (?:reading|viewing)|continue|top of page|read full (?:story|article)|quick links|explore|more options|open in app|full screen)\b[^.]{0,80}\W*$"),
        (3, r"^\W*(?:order reprints|a version of this article appears? in|posted in\b.*tagged|posted in\b|filed (?:under|in)\b|tags?\s*:|category\s*:|categories\s*:|\w+, host:|this article was (?:amended|updated) on)"),
        (2, r"^(?:[^|>/»·•]{2,24} ?[|>/»·•] ?){3,}[^|>/»·•]{2,40}$|^[^>»]{2,40} [>»] [^>»]{2,60}(?: [>»] .*)?$"),
    ),
    "legal": (
        (3, r"^\W*(?:©|\(c\)\s|copyright\b|all (?:rights|quotes)\b|cc by|creative commons|terms (?:of|and|&)|privacy|cookies?\b|legal notice|disclaimer|dmca|impressum|gdpr|we (?:use cookies|value your privacy|do not claim)|by (?:using|continuing|clicking|signing|subscribing|registering) |proudly powered|powered by|registered (?:in|office)|abn \d|mail us for|published under|manage (?:cookies|consent|preferences)|accept (?:all|cookies)|your privacy)"),
        (3, r"\b(?:all rights reserved|may not be (?:published|reproduced|republished|copied)|privacy (?:policy|notice|statement)|terms (?:of (?:use|service)|and conditions|& conditions)|cookie policy|policy of cookies|reproduc\w+ (?:without|in whole)|reprint\w* (?:only )?(?:with|without)|without (?:written|prior|express) permission|written permission|protected by recaptcha|dmca|opinions? of (?:the )?(?:editorial|author)|(?:hyper)?link (?:to .{2,40} )?is (?:obligatory|required|mandatory)|when using materials|registered office|all quotes delayed|delayed (?:a minimum|at least)|subscribing media|independent press standards|press complaints|trust principles|principles of trust|ethics (?:policy|code)|editorial (?:policy|guidelines|standards)|for removal|for the use of subscrib\w+|proprietary transcription|rush deadline|no substitute for|press council|our standards|acknowledges? the traditional|abn \d|is not responsible for (?:the )?(?:content|external)|views expressed|do(?:es)? not (?:necessarily )?(?:reflect|represent|coincide)|may not coincide|free articles?(?: left| this| remaining)|articles? (?:left|remaining) this)\b"),
        (2, r"^\W*18\+|\bis your (?:daily|trusted|go-to|one-stop|number one|source|premier)\b|\b(?:website|newspaper|site) (?:is|was) (?:published|operated|owned) by\b|©"),
    ),
    "share": (
        (3, r"^\W*(?:share this|share (?:on|in|via|with|the)|shares?:?|click to (?:share|print|email|tweet)|text size|font size|print(?:er)?(?:[- ]friendly)? (?:version|page|this)|(?:views?|shares?|likes?|reads?|hits)\W{0,3}\d[\d ,.]*k?\b|\d[\d ,.]*k? (?:views?|shares?|likes?|reads?|hits)|like this:|like us on|like .{2,30} on facebook|find us on|follow .{2,40} on (?:twitter|facebook|instagram|x\b)|found (?:a )?mistake|spotted (?:an|a) (?:error|mistake)|report (?:an error|a typo)|select text and press|e-?mail (?:this|to a|the)|send (?:to|by|this)|forward to a friend|add .{0,30}as (?:a )?preferred|listen to (?:this|the) (?:article|story)|\d+ min(?:ute)?s? (?:read|listen)|reuse this|this article is more than)\b"),
    ),
    "credit": (
        (3, r"^\W*(?:[a-z]+ )?(?:(?:image )?credits?|sources?|supply|via|originally (?:published|appeared|posted)|original (?:source|article|post|link|story)|information from|first (?:published|appeared)(?: (?:on|in|by))?|courtesy|reference|news source)(?: (?:link|hyperlink|url))? ?[:;-] ?\S"),
        (3, rf"\b{_THIS} {_PIECE} (?:was|is|has been|had been|were|appeared|first appeared|originally appeared|were)\b.{{0,30}}(?:supplied|published|produced|provided|syndicated|republished|reproduced|written by|generated|translated|created|appeared|distributed|auto-?generated|published by|posted|carried|taken|sourced|from)\b"),
        (3, r"^\W*\(?(?:(?:additional|extra|further|with)?\s?(?:reporting|editing|writing|compiled|translation|translated|edited|written|reported|files|compiling)\s+(?:by|from)|editing by|reporting by|written by|compiled by|edited by)\b"),
        (3, r"\bcontributed (?:to|reporting|from|research)\b(?: .{0,60})?\W*$|^\W*(?:the )?(?-i:[A-Z])[\w' ]{2,40} (?:contributed|and .{3,60} contributed)\b"),
        (3, r"^\W*with (?:information|agenc\w+|files?|inputs?|reporting|reports?|additional|material|wires?|content)\b.{0,60}$|^\W*\(?(?:with )?agenc(?:y|ies)\)?(?: (?:inputs?|reports?))?\W*$|^\W*(?:from|by) (?:our )?(?:agencies|wire (?:services|reports)|news services|staff (?:and|reports))\b"),
        (3, r"^\W*(?:copyright|©|\(c\)).{0,12}(?:associated press|reuters|afp|agence france|dpa|thomson reuters|united press international|press association|xinhua|bloomberg)\b"),
        (3, r"^\W*contact (?:the )?(?:writers?|reporter|author)s? at\b|^\W*(?:the post|the article) .{4,150} (?:appeared first|first appeared) on\b|\bsyndicated (?:feed|content)\b"),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """The strongest cue found in a line."""

    kind: FurnitureKind
    strength: int


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[FurnitureKind, int, re.Pattern[str]], ...]:
    order: list[FurnitureKind] = ["credit", "advert", "comments", "newsletter", "share", "related", "caption", "navigation", "legal"]
    table = []
    for kind in order:
        for strength, pattern in CUES[kind]:
            table.append((kind, strength, re.compile(pattern, re.IGNORECASE)))
    return tuple(sorted(table, key=lambda row: -row[1]))


def strongest(line: str) -> Hit | None:
    """The strongest cue of a line; among equals, the kind that says most (a credit before a legal line)."""
    head = line if len(line) <= 600 else line[:300] + " " + line[-300:]
    folded = head.replace("’", "'").replace("\u00a0", " ")
    if _only_shares(folded):
        return Hit("share", 3)
    for kind, strength, pattern in _compiled():
        if pattern.search(folded):
            return Hit(kind, strength)
    return None


def _only_shares(line: str) -> bool:
    """Whether a line is nothing but the words of share buttons."""
    words = re.findall(r"[^\W\d_]+", line.lower()) if len(line) < 200 else []
    return bool(words) and any(w in _SHARE_CORE for w in words) and all(w in _SHARE_WORDS for w in words)
