"""Short forms of answers, for chats where others talk."""

from dataclasses import replace

from bot.answering.model import Answer
from bot.reply import Button, Reply

_POINTS = 3  # of a list


def brief(reply: Reply) -> Reply:
    """Give the short form of an answer: what is said, its first source, no leads on.

    The rest stands behind a button; a reply that is short as it is, or no answer to
    a question, comes back as it was.
    """
    answer = reply.answer
    if reply.remembered is None or not answer.answered:
        return reply
    short = _cut(answer)
    buttons = tuple(each for each in reply.buttons if each.way != "lead")
    if short == answer:
        return replace(reply, buttons=buttons)
    whole = Button(reply.tongue.texts.whole_answer, "whole", way="whole")
    return replace(reply, answer=short, buttons=(whole,))


def _cut(answer: Answer) -> Answer:
    return replace(
        answer, points=answer.points[:_POINTS], citations=answer.citations[:1]
    )
