"""A strict reader of Telegram's HTML, independent of what writes it.

Source: Bot API, formatting options, "HTML style".
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser

ALLOWED = {"b", "i", "a", "blockquote"}
ATTRIBUTES = {"a": {"href"}, "blockquote": {"expandable"}}


@dataclass(slots=True)
class Tagged:
    """The text under one tag, in order of its end."""

    tag: str
    text: str
    href: str | None = None


@dataclass(slots=True)
class Parsed:
    """What is left of a message once its tags are parsed."""

    text: str = ""
    tagged: list[Tagged] = field(default_factory=list)

    @property
    def units(self) -> int:
        return len(self.text.encode("utf-16-le")) // 2

    def under(self, tag: str) -> list[str]:
        return [each.text for each in self.tagged if each.tag == tag]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parsed = Parsed()
        self._open: list[tuple[str, int, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, f"tag <{tag}>"
        assert tag not in [name for name, _, _ in self._open], f"<{tag}> in itself"
        assert {name for name, _ in attrs} <= ATTRIBUTES.get(tag, set())
        self._open.append((tag, len(self.parsed.text), dict(attrs).get("href")))

    def handle_endtag(self, tag: str) -> None:
        name, start, href = self._open.pop()
        assert name == tag, f"</{tag}> ends <{name}>"
        self.parsed.tagged.append(Tagged(tag, self.parsed.text[start:], href))

    def handle_data(self, data: str) -> None:
        assert "<" not in data, f"bare < in {data!r}"
        assert ">" not in data, f"bare > in {data!r}"
        assert "&" not in data, f"bare & in {data!r}"
        self.parsed.text += data

    def handle_entityref(self, name: str) -> None:
        self.parsed.text += {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}[name]

    def handle_charref(self, name: str) -> None:
        self.parsed.text += chr(int(name[1:], 16) if name[0] in "xX" else int(name))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"comment {data!r}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"declaration {decl!r}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"declaration {data!r}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"instruction {data!r}")

    def finish(self) -> Parsed:
        self.close()
        assert not self._open, f"never closed: {self._open}"
        return self.parsed


def parse(html: str) -> Parsed:
    """Read a message; anything that Telegram would refuse fails."""
    reader = _Reader()
    reader.feed(html)
    parsed = reader.finish()
    assert html.count("&") == html.count("&amp;") + html.count("&lt;") + html.count(
        "&gt;"
    ) + html.count("&quot;") + html.count("&#x27;")
    return parsed
