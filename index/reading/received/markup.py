"""The elements of a web page: which hold text, which are furniture or hidden."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from index.reading.white_space import collapse


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# They hold no text of the page, or text that is not shown, or controls.
_SILENT = _set(
    "audio base button canvas datalist dialog embed head iframe input map math menu "
    "meta nav noframes noscript object option script select style svg template "
    "textarea video aside footer"
)
_ROLES = _set(
    "alert alertdialog banner complementary contentinfo dialog menu menubar navigation "
    "search tablist toolbar tooltip"
)
# Words that web designers name the parts of a page by, whatever its language.
_NAMES = _set(
    "ad ads advert advertisement banner breadcrumb breadcrumbs cookie cookies consent "
    "footer login masthead menu menubar modal nav navbar navigation newsletter pager "
    "pagination popup promo related search share sharing sidebar sidenav signin skip "
    "skiplink social sr-only subscribe toolbar topbar visually-hidden"
)
_HIDING = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|(?:font-size|opacity):0(?![.\d])"
)
_MARK = re.compile(r"[\[(]?[\d*,/ ]{1,5}[\])]?")
_SELECTOR = re.compile(r"[.#][\w-]+")
# From this share of a page's text on, an element is no furniture, however named.
_MAIN_SHARE = 0.5
_LONGEST_LINK = 5
_FEWEST_LINKS = 3
_PROSE = _set("p blockquote pre h1 h2 h3 h4 h5 h6")


def drop_furniture(page: HtmlElement) -> None:
    """Take out of a page all that is hidden, or there to find one's way."""
    hidden = _hidden_selectors(page)
    for element in list(page.iter("*")):
        if (
            element.tag in _SILENT
            or _is_hidden(element, hidden)
            or _is_footnote_mark(element)
        ):
            _drop(element)
    whole = _length(page)
    kept = _around_title(page)
    for element in list(page.iter("*")):
        if element in kept:
            continue
        if _is_marked_furniture(element) or (
            _is_named_furniture(element) and not _is_main(element, whole)
        ):
            _drop(element)
    for element in list(page.iter("ul", "ol", "table", "div", "td")):
        if _is_menu(element):
            _drop(element)


def main_part(page: HtmlElement) -> HtmlElement:
    """Give the one element that the page declares its main part, else the page."""
    found = page.xpath("//main | //*[@role='main']") or page.xpath("//article")
    whole = _length(page)
    big = [element for element in found if _length(element) >= _MAIN_SHARE * whole]
    return big[0] if len(found) == 1 and big else page


def text_of(element: HtmlElement) -> str:
    """Give the words of an element, with single spaces."""
    return collapse(" ".join(map(str, element.itertext())))


def _drop(element: HtmlElement) -> None:
    # Its tail is text of the element around it, and stays.
    if element.getparent() is not None:
        element.drop_tree()


def _is_hidden(element: HtmlElement, selectors: frozenset[str]) -> bool:
    style = re.sub(r"\s", "", element.get("style", "")).lower()
    names = {f".{name}" for name in element.get("class", "").split()}
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden", "").lower() == "true"
        or bool(_HIDING.search(style))
        or not selectors.isdisjoint(names | {f"#{element.get('id', '')}"})
    )


def _is_footnote_mark(element: HtmlElement) -> bool:
    """Tell whether a raised number stands here, which would be read into a figure."""
    return element.tag == "sup" and bool(_MARK.fullmatch(text_of(element)))


def _hidden_selectors(page: HtmlElement) -> frozenset[str]:
    """Give the classes and ids that the page's own style sheets hide."""
    found: set[str] = set()
    for sheet in page.iter("style"):
        for rule in (sheet.text or "").split("}"):
            selectors, _, body = rule.rpartition("{")
            if _HIDING.search(re.sub(r"\s", "", body).lower()):
                listed = (selector.strip() for selector in selectors.split(","))
                found.update(name for name in listed if _SELECTOR.fullmatch(name))
    return frozenset(found)


def _is_marked_furniture(element: HtmlElement) -> bool:
    is_head = element.tag == "header" and not _is_within_article(element)
    return is_head or element.get("role", "").lower() in _ROLES


def _is_named_furniture(element: HtmlElement) -> bool:
    if element.tag in {"html", "body", "main", "article"}:
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    parts = {part for name in names for part in (name, *re.split(r"[-_]+", name))}
    return not _NAMES.isdisjoint(parts)


def _is_main(element: HtmlElement, whole: int) -> bool:
    """Tell whether most words of a page stand here, and most of them in no link."""
    length = _length(element)
    linked = sum(_length(link) for link in element.iter("a"))
    return length >= _MAIN_SHARE * whole and linked < length / 2


def _is_within_article(element: HtmlElement) -> bool:
    return any(above.tag in {"main", "article"} for above in element.iterancestors())


def _around_title(page: HtmlElement) -> frozenset[HtmlElement]:
    """Give what the only first-rank heading of a page stands in."""
    titles = list(page.iter("h1"))
    if len(titles) != 1:
        return frozenset()
    return frozenset((titles[0], *titles[0].iterancestors()))


def _is_menu(element: HtmlElement) -> bool:
    """Tell whether an element is nothing but short links."""
    links = [" ".join(link.itertext()).split() for link in element.iter("a")]
    if len(links) < _FEWEST_LINKS or max(map(len, links)) > _LONGEST_LINK:
        return False
    linked = sum(len("".join(words)) for words in links)
    has_prose = next(element.iter(*_PROSE), None) is not None
    return not has_prose and linked > 0.8 * _length(element)


def _length(element: HtmlElement) -> int:
    return sum(map(len, _words(element)))


def _words(element: HtmlElement) -> Iterator[str]:
    for text in element.itertext():
        yield from str(text).split()
