"""What each signal adds to the log odds that an answer is right.

Chosen by hand between plausible values and those of a logistic regression over the
development half of the golden questions, where both did equally well.
"""

from collections.abc import Mapping

from bot.answering.signals import Signals

BIAS = -0.8
WEIGHTS = Signals(
    near=0.8,
    margin=2.0,
    covered=0.25,
    quoted=0.4,
    own=1.6,
    refusal=-3.4,
    unstated=-1.85,
    outdone=-0.5,
    unknown_words=-0.5,
    other_words=-0.45,
    none_shared=-0.75,
    rivals=-2.4,
    other_time=-2.7,
    other_place=-2.2,
    misfit=-1.1,
    untyped=-1.5,
    foreign=-1.5,
    other_kind=-0.75,
    other_focus=-0.3,
    unconfirmed=-0.5,
    given_away=-1.7,
    leans=0.4,
)
# What is added for the way in which the entities were found.
WAYS: Mapping[str, float] = {
    "named": 0.2,
    "quoted": -0.2,
    "kind": 0.6,
    "within": 0.3,
    "part": -1.4,
    "topic": 0.4,
    "before": -0.3,
    "only": -0.75,
    "all": -0.7,
    "other": -0.4,
}
# What is added where several statements are equally likely and only one can be
# meant, where one that was not asked for by name contradicts the question, and
# where the chat has a topic of which something else could be asked. The last is added
# where a question that names nothing is taken for one about a default topic.
AMBIGUOUS = -1.5
CONTRADICTS = -1.5
ELSEWHERE = -1.5
SUPPOSED = -0.5
