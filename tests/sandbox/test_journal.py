import asyncio

from bot.sandbox.journal import Journal


async def test_follower_reads_what_was_written_and_what_comes() -> None:
    journal = Journal[str]()
    journal.append("before")
    entries = journal.follow()

    first = await anext(entries)
    second = asyncio.ensure_future(anext(entries))
    await asyncio.sleep(0)  # it waits now
    journal.append("after")

    assert (first, await second) == ("before", "after")
