"""One bot's account: all that the platform knows of it. Knows no HTTP server."""

from bot.sandbox import limits
from bot.sandbox.chats import Chats
from bot.sandbox.commands import CommandBook
from bot.sandbox.descriptions import Descriptions
from bot.sandbox.files import Files
from bot.sandbox.model import Json, Person
from bot.sandbox.polling import Polling
from bot.sandbox.questions import Questions
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webhook import Webhook

_NAME = "Palermo"


class Account:
    """The bot's identity, chats, queued updates, menus and files.

    `has_privacy` is privacy mode, on as for every new bot; `webhook_origin` is
    described at `Webhook`.
    """

    def __init__(
        self, token: str, username: str, *, webhook_origin: str | None = None
    ) -> None:
        self.token = token
        self.me = Person(int(token.partition(":")[0]), _NAME, username, is_bot=True)
        self.has_privacy = True
        self.chats = Chats()
        self.files = Files()
        self.questions = Questions()
        self.commands = CommandBook()
        self.description = Descriptions(
            limits.DESCRIPTION, too_long="DESCRIPTION_TOO_LONG"
        )
        self.short_description = Descriptions(
            limits.SHORT_DESCRIPTION, too_long="ABOUT_TOO_LONG"
        )
        self.updates = UpdateQueue()
        self.polling = Polling(self.updates)
        self.webhook = Webhook(self.updates, origin=webhook_origin)
        self.updates.on_arrival = self._deliver

    def profile(self) -> Json:
        """Give the User that getMe answers with."""
        return self.me.as_json() | {
            "can_join_groups": True,
            "can_read_all_group_messages": not self.has_privacy,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    async def close(self) -> None:
        """Stop delivering and let a waiting getUpdates go."""
        self.polling.wake()
        await self.webhook.clear()

    def _deliver(self) -> None:
        self.polling.wake()
        self.webhook.wake()
