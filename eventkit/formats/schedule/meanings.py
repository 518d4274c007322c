"""What words in files mean: states, kinds of sessions, languages."""

import re
from functools import lru_cache

from eventkit.domain.programme import SessionKind, SessionState
from eventkit.domain.text import one_line

_STATES = {
    SessionState.CONFIRMED: "confirmed scheduled published",
    SessionState.ACCEPTED: "accepted accepting unconfirmed",
    SessionState.PROPOSED: (
        "submitted pending proposed new review reviewing nominated waitlisted waitlist accept_queue decline_queue "
        "undecided"
    ),
    SessionState.DRAFT: "draft",
    SessionState.REJECTED: "rejected rejecting declined denied unaccepted",
    SessionState.CANCELLED: "canceled cancelled",
    SessionState.WITHDRAWN: "withdrawn deleted",
}
_STATE_OF = {word: state for state, words in _STATES.items() for word in words.split()}

_KIND_WORDS = {
    SessionKind.KEYNOTE: r"\bkeynotes?|專題演講|主題演講|基調講演",
    SessionKind.LIGHTNING: r"\blight(?:e)?ning|\bblitz|\bkurzvortr|\brel[aâá]mpag|\b[eé]clair|\bignite\b|閃電",
    SessionKind.WORKSHOP: (
        r"\bworkshop|\btutorial|\batelier|\btaller|\boficina|\bsprints?\b|\bhands[- ]on\b|\btrainings?\b|"
        r"\bhackathon|\blaborator|工作坊|ワークショップ"
    ),
    SessionKind.PANEL: (
        r"\bpanels?\b|\bpodium|\btable ronde|\bmesa redonda|\bround ?table|\bdiskussion|\bdiscussions?\b|座談"
    ),
    SessionKind.BOF: r"\bbofs?\b|\bbirds\b|\bmeetings?\b|\bassembl|\btreffen\b|\bmeet ?ups?\b|\breuni",
    SessionKind.DEMO: r"\bdemos?\b|\bdemonstrations?\b|\bshowcase",
    SessionKind.MEAL: (
        r"\blunch|\bdinner|\bbreakfast|\bbrunch|\bmeals?\b|\bmittag|\babendessen|\bfr[uü]hst[uü]ck|\bd[eé]jeuner|"
        r"\bd[iî]ner\b|\balmuerzo|\balmo[cç]o|\bjantar|\bcomida\b|\bcena\b|\bpranzo|午餐|晚餐|早餐|ランチ"
    ),
    SessionKind.BREAK: (
        r"\bbreaks?\b|\bcoffee|\bkaffee|\bpauses?\b|\bcaf[eé]\b|\bdescanso|\bintervalo|\bpausa\b|\bgo[uû]ter|休息|休憩|茶會"
    ),
    SessionKind.CEREMONY: (
        r"\bceremon|\bopening|\bclosing|\bwelcome\b|\ber[oö]ffnung|\babschluss|\bouverture|\bcl[oô]ture|\bapertura|"
        r"\babertura|\bencerramento|\bclausura|開幕|閉幕"
    ),
    SessionKind.OTHER: r"\bother\b|\bsonstige|\bautres?\b|\botros?\b|\boutros?\b|\bregistration|\bsocial\b|報到",
}
_KIND = re.compile("|".join(f"(?P<{kind.name}>{words})" for kind, words in _KIND_WORDS.items()), re.IGNORECASE)

_LANGUAGES = {
    "en": "english englisch anglais inglés ingles inglês 英文 英語",
    "de": "german deutsch allemand alemán alemão 德文 ドイツ語",
    "fr": "french französisch français francais francés francês 法文",
    "es": "spanish spanisch espagnol español espanol espanhol",
    "pt": "portuguese portugiesisch portugais português portugues",
    "it": "italian italienisch italien italiano",
    "nl": "dutch niederländisch néerlandais nederlands",
    "ja": "japanese japanisch japonais 日文 日本語",
    "zh": "chinese chinesisch chinois mandarin 中文 漢語 汉语 華語 國語",
}
_LANGUAGE_OF = {word: language for language, words in _LANGUAGES.items() for word in words.split()}


def state(text: str) -> SessionState | None:
    """What a file says of a session's state: nothing means confirmed, None is a word unknown to us."""
    word = text.strip().lower().replace(" ", "_")
    return _STATE_OF.get(word) if word else SessionState.CONFIRMED


@lru_cache(maxsize=256)
def kind(text: str) -> SessionKind:
    """What a file says of a session's kind, by the first telling word in it; a talk where nothing tells."""
    found = _KIND.search(text)
    return SessionKind[found.lastgroup] if found and found.lastgroup else SessionKind.TALK


def language(text: str) -> str:
    """A language's short name where the text is or names one we know, else the text."""
    text = one_line(text)
    return _LANGUAGE_OF.get(text.lower(), text)
