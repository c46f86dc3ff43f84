from bot.memory import Memory


def test_last_questions_come_back_oldest_first() -> None:
    memory = Memory(questions=2)

    for question in ("one", "two", "three"):
        memory.note("chat", question)

    assert memory.questions_of("chat") == ("two", "three")


def test_chats_do_not_mix() -> None:
    memory = Memory()

    memory.note("here", "one")

    assert memory.questions_of("there") == ()


def test_chat_silent_for_longest_is_forgotten_first() -> None:
    memory = Memory(chats=2)

    for chat in ("a", "b", "a", "c"):
        memory.note(chat, "question")

    assert memory.questions_of("b") == ()
    assert memory.questions_of("a") == ("question", "question")


def test_forgotten_chat_has_no_questions() -> None:
    memory = Memory()
    memory.note("here", "one")
    memory.note("there", "two")

    memory.forget("here")
    memory.forget("nowhere")

    assert (memory.questions_of("here"), memory.questions_of("there")) == ((), ("two",))
