"""What "will", "intends to", "has agreed to" promise: that somebody does something which others can see done.

Knowing, finding and feeling are no deeds, nor is what a speaker announces of the speech itself ("I will give way"), nor
what is hoped, feared or foretold.
"""

from __future__ import annotations

import re

_BODIES = (
    r"government|department|ministers?|ministry|secretary(?: of state)?|authority|board|council|agency"
    r"|commission|company"
    r"|service|office|trust|panel|committee|regulator|police|officials|colleagues?|executive"
)
_AGENT = (
    r"(?:we|I|(?:(?:the|this|His Majesty['’]s|Her Majesty['’]s|my|our) )?(?:[\w-]+ ){0,3}?"
    rf"(?:{_BODIES})(?: (?:for|of) [\w ,]{{3,40}}?)?)"
)
_ADVERBS = r"(?: (?:now|also|therefore|then|again|shortly|soon|still|in turn|each|both|all|together|\w+ly))*"
# Who commits and how …
_PROMISED = re.compile(
    rf"(?:^|[\s“\"(]){_AGENT},?(?: which| who)?{_ADVERBS} (?P<cue>(?:will|shall)(?! not\b)"
    rf"|(?:(?:are|is|am|remain|remains){_ADVERBS} )?(?:committed to|going to|determined to)"
    r"|(?:commit|undertake|pledge|promise|intend|plan|aim|expect)s? to|(?:are|is) (?:planning|aiming|preparing) to"
    r"|(?:has|have) (?:agreed|decided|committed|undertaken|offered|promised) to)\b",
    re.IGNORECASE,
)
_COORDINATED = re.compile(rf"^{_AGENT}\b[^.;]*\band (?P<cue>will)\b", re.IGNORECASE)
# … and what is to be seen done, whoever does it.
_DONE = (
    r"(?:\w+ed|set|put|laid|made|met|paid|brought|given|held|built|kept|sent|begun|taken|open|available|in place|ready)"
)
_DEEDS = (
    r"open|launch|begin|start|commence|come into|take effect|report|publish|consult|legislate|introduce"
    r"|establish|pay|fund"
    r"|set (?:up|out)|bring forward|lay|respond|complete|replace|provide|issue|appoint|make|carry out|implement"
    r"|undertake"
)
_ARRANGED = re.compile(
    r"(?:^|, (?:and|which|who) |; |\band |\bwhich )(?:[^,;.]{1,110}? )?"
    rf"(?P<cue>will{_ADVERBS} (?:be{_ADVERBS} {_DONE}|{_DEEDS}))\b",
)
_FORMS = (_PROMISED, _COORDINATED, _ARRANGED)

_WILL = r"(?:\b(?:will|shall|would|going to|(?:intend|plan|aim|expect)s? to)|['’]ll)"
# What is not done but known, felt, undergone or foretold.
_UNDERGONE = (
    r"agree(?! to)",
    "allow",
    "appreciate",
    r"be (?:\w+ly |very |well )*(?:able|affected|aware|based|considered that|damned|familiar|for|forced|grateful)",
    r"be (?:\w+ly |very |well )*(?:interested|sorry|(?:delighted|glad|happy|pleased) to (?:hear|know|learn|note|see))",
    r"be \w+ed only",
    "cost",
    "depend",
    "enable",
    "feel",
    "find(?! (?:the )?(?:money|funds|time))",
    "forgive",
    r"have (?:no|to|(?:a little |much |rather )?more to say)",
    "hear",
    "help",
    "know",
    "learn",
    "like",
    "look like",
    "lose",
    r"make (?:it|them|things) (?:\w+ly |near |more |less )*(?:difficult|easier|harder|likely|(?:im)?possible|worse)",
    "mean",
    "need",
    "never",
    "no doubt",
    "not",
    "notice",
    "only",
    "possibly",
    "predict",
    "probably",
    "realise",
    "recall",
    "remain(?! (?:civil|committed))",
    "remember",
    "see",
    "seem",
    "sound",
    "start to (?:ask|fear|say|think|wonder)",
    "take offence",
    "think",
    "understand",
    "wait and see",
    "walk away",
    "win",
    "wonder",
)
# What speakers say of their own speech.
_SPOKEN = (
    r"answer (?:that|the|this|his|her)(?: \w+){0,2} (?:point|question)",
    "be brief",
    "come (?:back )?(?:on )?to (?:that|this|the|it|those)",
    "conclude",
    "explain more",
    "give (?:the )?way",
    "intervene",
    "leave it (?:there|to)",
    "mention",
    r"make (?:just )?(?:one|two|three|a few|some|an?)(?: \w+){0,4} (?:comment|observation|point|remark)s?",
    "not (?:delay|detain|reveal|take offence)",
    "put it (?:this way|like this|to)",
    "quote",
    "read(?: out)? (?:you|the|from|out)",
    "repeat (?:that|what|the point|many)",
    "return to (?:that|this|the (?:point|issue|subject))",
    "say",
    "speak",
    "suspend the sitting",
    r"take (?:his|her|my|the)? ?(?:point|questions?)",
    "tell (?:you|the truth|the House|him|her|them)",
    "touch (?:up)?on",
    r"try to (?:answer|be|explain|identify)",
    "turn to",
)
_NO_DEED = rf"{_ADVERBS} (?:just |simply )?(?:{'|'.join((*_UNDERGONE, *_SPOKEN))})\b"
_IDLE = re.compile(rf"(?:{_WILL})?{_NO_DEED}", re.IGNORECASE)
_ANY_WILL = re.compile(_WILL, re.IGNORECASE)
_SOMEBODY = re.compile(r"\b(?:I|we|he|she|they)\s*(?:\w+ly\s+|also\s+|now\s+)?$", re.IGNORECASE)
# Before the verb: what hangs on a condition or a question, and what is hoped, feared, guessed or told of others.
_NOT_A_PROMISE = re.compile(
    r"\b(?:if|whether|because|unless|until|when|where|how|what|know|warn|argue|claim)\b[^,;]*$"
    r"|\bthe (?:better|less|more)\b[^;]*$"
    r"|\b(?:believe|doubt|expect(?! to)|fear|feels?|heard?|hope|imagine|learn(?:ed|t)|otherwise|perhaps|predict|read"
    r"|suppose|suspect|tell|think)\b(?:(?!, (?:and|but|so)\b(?! that))[^;])*$"
    r"|\bas (?:it|we|they)\b[^,;]*$",
    re.IGNORECASE,
)


def promises(sentence: str) -> bool:
    """Whether a sentence in its author's own voice promises something: an agent and "will", "intends to", "has agreed
    to" …, or a thing and "will be laid", "will open". A question promises nothing."""
    if "will" not in sentence and " to " not in sentence and "shall" not in sentence:
        return False
    if sentence.rstrip().endswith("?"):
        return False
    return any(
        not any(_IDLE.match(sentence, at) for at in match.span("cue"))
        and not _NOT_A_PROMISE.search(sentence[: match.start("cue")])
        for form in _FORMS
        for match in form.finditer(sentence)
    )


def speaks_of_later(words: str) -> bool:
    """Whether words have a verb of what is still to come."""
    return _ANY_WILL.search(words) is not None


def is_kept(words: str) -> bool:
    """Whether reported words that promise by "will" or "would" name a deed to be kept; without such a verb they do.

    Of several such verbs those count that are said of a person ("we will", "she would").
    """
    every = list(_ANY_WILL.finditer(words))
    wills = [will for will in every if _SOMEBODY.search(words[: will.start()])] or every
    return not wills or any(
        not _IDLE.match(words, will.start()) and not _NOT_A_PROMISE.search(words[: will.start()]) for will in wills
    )
