"""Who can be played on the page, and where each of them writes."""

from dataclasses import dataclass

from bot.sandbox.errors import bad_request
from bot.sandbox.model import Chat, Json
from bot.sandbox.server import Sandbox
from bot.sandbox.user import User

_PEOPLE = (("Ada", "en"), ("Luc", "fr"))
_GROUP = "Delegates"
_FORUM = "Working group"
_TOPICS = ("Firearms", "Trafficking in persons")


@dataclass(frozen=True, slots=True)
class Place:
    """Where one can write: a chat, or one topic of it."""

    name: str
    chat: Chat
    topic: int | None = None

    def as_json(self) -> Json:
        """Give what the page needs in order to show the place."""
        return {"name": self.name, "chat": self.chat.id, "topic": self.topic}


class Cast:
    """Two people, each with a private chat, and the groups that they share."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._bot = sandbox.account.me
        self._people = tuple(
            sandbox.user(name, username=name.lower(), language_code=language)
            for name, language in _PEOPLE
        )
        group = sandbox.group(_GROUP)
        forum = sandbox.group(_FORUM, is_forum=True)
        topics = (
            Place(f"{_FORUM}: {name}", forum, sandbox.topic(forum)) for name in _TOPICS
        )
        self._shared = (Place(_GROUP, group), *topics)

    def user(self, person: int, chat: int, *, topic: int | None = None) -> User:
        """Give a person as one who writes in a place.

        Raises:
            ApiError: There is no such person, or the place is none of theirs.
        """
        for user in self._people:
            if user.person.id == person:
                for place in self._places(user):
                    if (place.chat.id, place.topic) == (chat, topic):
                        return user.within(place.chat, topic=topic)
        raise bad_request("person or chat not found")

    def as_json(self) -> Json:
        """Give all people with their places, the private chat first."""
        return {
            "bot": self._bot.as_json(),
            "people": [self._person_json(user) for user in self._people],
        }

    def _places(self, user: User) -> tuple[Place, ...]:
        return (Place(self._bot.first_name, user.chat), *self._shared)

    def _person_json(self, user: User) -> Json:
        places = [place.as_json() for place in self._places(user)]
        return {**user.person.as_json(), "places": places}
