"""Claims: cut into what can be judged one by one, and the verdict on the whole."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.answering.merging import merged, united
from bot.answering.model import Answer, Verdict
from bot.answering.wording import capitalized, joined
from index.language.mentions import Mention
from index.language.tokens import Token, fold, tokenize
from index.questions.phrases import folded, opens
from index.questions.question import Question
from index.vocabulary import Language

_LEADS: Mapping[Verdict, str] = {
    "yes": "supported",
    "no": "contradicted",
    "correction": "contradicted",
}


class ClaimSplitter:
    """Cuts claims of one language where one ends and another begins."""

    def __init__(self, language: Language) -> None:
        """Take the words that join clauses, and the verbs that make them clauses."""
        words = language.words
        self._preambles = folded(words.get("claim", ()))
        self._joints = frozenset(words.get("claim_joints", ()))
        self._predicates = frozenset(words.get("predicates", ()))
        self._fillers = frozenset(language.stop_words) - self._predicates
        self._articles = frozenset(words.get("articles", ()))
        self._prepositions = self._articles | {*words.get("prepositions", ())}
        self._united = frozenset(words.get("sum", ()))

    def clauses(self, read: Question) -> tuple[str, ...]:
        """Cut a sentence into clauses, each with the subject that it is said of.

        "It was adopted in 2000 and entered into force in 2003" is two claims. What
        cannot be cut for certain stays whole.
        """
        text, tokens = read.text, tokenize(read.text, "")
        tokens = tokens[opens([t.norm for t in tokens], self._preambles) :]
        clauses, subject, first = [], "", 0
        for at in self._seams(text, tokens):
            end = at - (tokens[at - 1].norm in self._joints)
            left, right = tokens[first:end], tokens[at:]
            own = self._subject(left, read.mentions)
            # A clause without a subject is said of that of the one before.
            said_of = self._text_of(own, text) if own else subject
            if self._is_clause(left) and self._begins(right, read, bool(said_of)):
                clauses.append(self._worded(left, own, said_of, text))
                subject, first = said_of, at
        left = tokens[first:]
        own = self._subject(left, read.mentions)
        return (*clauses, self._worded(left, own, subject, text))

    def subjects(self, read: Question) -> tuple[str, ...]:
        """Say a clause once of each subject: "the Convention and the Protocol are".

        What is said of them together is said once.
        """
        tokens = tokenize(read.text, "")
        chain = self._chain(tokens, read.mentions)
        rest = [t for t in tokens if chain and t.start >= chain[-1].end]
        is_clause = bool(rest) and rest[0].norm in self._predicates
        spoken = {token.norm for token in tokens}
        if len(chain) < 2 or not is_clause or spoken & self._united:
            return (read.text,)
        return tuple(
            f"{self._text_of(one, read.text)} {read.text[rest[0].start :]}"
            for one in chain
        )

    def values(self, read: Question) -> tuple[str, ...]:
        """Say a clause once with its place and once with its time, if it has both."""
        if len(read.times) != 1 or len(read.places) != 1:
            return ()
        at = fold(read.text).find(fold(read.places[0]))
        if at < 0:
            return ()
        place = (at, at + len(read.places[0]))
        time = (read.times[0].start, read.times[0].end)
        return self._without(read.text, *time), self._without(read.text, *place)

    def _without(self, text: str, start: int, end: int) -> str:
        """Cut out some words, and the preposition before them."""
        before = [t for t in tokenize(text, "") if t.end <= start]
        while before and before[-1].norm in self._prepositions:
            start = before.pop().start
        return " ".join(f"{text[:start]}{text[end:]}".split())

    def _text_of(self, mention: Mention, text: str) -> str:
        """Give the words of a mention, with the article before them."""
        before = [t for t in tokenize(text, "") if t.end <= mention.start][-1:]
        is_article = bool(before) and before[0].norm in self._articles
        return text[before[0].start if is_article else mention.start : mention.end]

    def _seams(self, text: str, tokens: Sequence[Token]) -> Iterator[int]:
        """Yield where a clause may begin: behind a joint, a comma or a semicolon."""
        for at in range(1, len(tokens)):
            before = tokens[at - 1]
            signs = text[before.end : tokens[at].start].strip()
            is_joint = tokens[at].norm in self._joints
            if before.norm in self._joints or (signs in {",", ";"} and not is_joint):
                yield at

    def _is_clause(self, tokens: Sequence[Token]) -> bool:
        return any(token.norm in self._predicates for token in tokens)

    def _begins(
        self, tokens: Sequence[Token], read: Question, has_subject: bool
    ) -> bool:
        """Tell whether a clause opens with its subject, or with its verb."""
        own = self._subject(tokens, read.mentions)
        rest = [t for t in tokens if own is None or t.start >= own.end]
        while rest and rest[0].norm in self._fillers:
            rest = rest[1:]
        is_verb = bool(rest) and rest[0].norm in self._predicates
        return is_verb and (own is not None or has_subject)

    def _subject(
        self, tokens: Sequence[Token], mentions: Sequence[Mention]
    ) -> Mention | None:
        """Give what is named at the beginning of a clause."""
        at = next((t.start for t in tokens if t.norm not in self._fillers), None)
        within = (m for m in mentions if m.entity and at is not None)
        return next((m for m in within if m.start <= (at or 0) < m.end), None)

    def _worded(
        self, tokens: Sequence[Token], own: Mention | None, subject: str, text: str
    ) -> str:
        if not tokens:
            return text
        clause = text[tokens[0].start : tokens[-1].end]
        return clause if own or not subject else f"{subject} {clause}"

    def _chain(
        self, tokens: Sequence[Token], mentions: Sequence[Mention]
    ) -> Sequence[Mention]:
        """Give the entities that stand side by side at the beginning."""
        first = self._subject(tokens, mentions)
        chain = [first] if first else []
        for mention in mentions[mentions.index(first) + 1 :] if first else ():
            end = chain[-1].end
            between = {t.norm for t in tokens if end <= t.start < mention.start}
            if mention.entity is None or not between <= self._joints | self._articles:
                break
            chain.append(mention)
        return chain


def pass_verdict(answers: Sequence[Answer], language: Language) -> Answer:
    """Begin with the verdict on a claim, then give what it rests on.

    `answers` are what the documents say to each part of the claim, refusals included,
    with the part for a question; of several parts each is told with its own verdict.
    """
    lead = _lead(answers, language)
    if len(answers) == 1:
        return replace(answers[0], headline=joined([lead, answers[0].headline]))
    points = (
        joined([f"{capitalized(one.question)}:", _lead([one], language), _told(one)])
        for one in answers
    )
    return replace(merged(answers), headline=lead, points=tuple(points))


def _lead(answers: Sequence[Answer], language: Language) -> str:
    verdict = united([answer.verdict for answer in answers])
    is_found = any(answer.answered for answer in answers)
    lead = _LEADS[verdict] if verdict else "undecided" if is_found else "unproven"
    return language.words[lead][0]


def _told(answer: Answer) -> str:
    """Give what is said to one of several parts in one line, nothing if refused."""
    items = "; ".join(answer.points)
    return joined([answer.headline, items]) if answer.answered else ""
