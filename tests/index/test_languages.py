"""Documents in four languages, dropped in as they come, are found by a question."""

from collections.abc import Iterator

import pytest

from index.build import build
from index.library import Library, open_library

FILES = {
    "es.txt": """\
Comunicado de prensa

La Conferencia de las Partes aprueba un plan contra la piratería fluvial

La Conferencia inauguró hoy su período de sesiones en Asunción. El Sr. Benítez fue
elegido Presidente. Los Estados aprobaron un plan contra la piratería en los ríos.

La Secretaría informó de que 41 Estados habían ratificado el Protocolo sobre los Faros.
El próximo período de sesiones se celebrará en Montevideo.
""",
    "ru.txt": """\
Пресс-релиз

Конференция участников приняла план борьбы с речным пиратством

Конференция открыла сегодня в Астрахани свою сессию. Её председателем избран г-н Орлов
из Казахстана. Государства-участники утвердили план действий против пиратства на реках.

Секретариат сообщил, что Протокол о маяках ратифицировало 41 государство. Следующая
сессия состоится в 2031 г. в Риге.
""",
    "ar.txt": """\
بيان صحفي

مؤتمر الأطراف يعتمد خطة لمكافحة القرصنة النهرية

افتتح المؤتمر اليوم دورته في الخرطوم. وانتُخب السيد الطيب رئيساً للمؤتمر. واعتمدت الدول
الأطراف خطة عمل لمكافحة القرصنة في الأنهار.

أفادت الأمانة بأن ٤١ دولة صدَّقت على بروتوكول المنارات. وستُعقد الدورة المقبلة في تونس.
""",
    "zh.txt": """\
新闻稿

缔约方会议通过打击内河海盗行为的计划

会议今天在武汉开幕。李先生当选为主席。缔约国通过了打击内河海盗行为的行动计划！

秘书处报告说，已有４１个国家批准了《灯塔议定书》。下届会议将在广州举行。
""",
    "en.txt": """\
Press release

The Conference of the Parties adopts a plan against piracy on rivers

The Conference opened its session in Louisville today. Mr. Reed was elected President.
The States Parties adopted a plan of action against piracy on rivers.
""",
}


@pytest.fixture(scope="module")
def dropped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Build them with the shipped vocabulary, as a folder of documents alone."""
    folder = tmp_path_factory.mktemp("languages")
    (folder / "documents").mkdir()
    for name, text in FILES.items():
        (folder / "documents" / name).write_text(text, "utf-8")
    build(folder, folder / "index")
    with open_library(folder / "index") as library:
        yield library


@pytest.mark.parametrize("code", ["es", "ru", "ar", "zh", "en"])
def test_language_of_a_document_is_told_from_its_text(
    dropped: Library, code: str
) -> None:
    assert dropped.knowledge.documents[code].language == code


@pytest.mark.parametrize(
    ("code", "title"),
    [
        (
            "es",
            "La Conferencia de las Partes aprueba un plan contra la piratería fluvial",
        ),
        ("ru", "Конференция участников приняла план борьбы с речным пиратством"),
        ("ar", "مؤتمر الأطراف يعتمد خطة لمكافحة القرصنة النهرية"),
        ("zh", "缔约方会议通过打击内河海盗行为的计划"),
    ],
)
def test_title_is_told_from_the_text(dropped: Library, code: str, title: str) -> None:
    assert dropped.knowledge.documents[code].title == title


@pytest.mark.parametrize(
    ("question", "code", "words"),
    [
        ("¿Cuántos Estados ratificaron el protocolo sobre faros?", "es", "41 Estados"),
        ("¿Quién fue elegido presidente de la conferencia?", "es", "El Sr. Benítez"),
        (
            "Сколько государств ратифицировали Протокол о маяках?",
            "ru",
            "41 государство",
        ),
        ("Кого избрали председателем ее сессии?", "ru", "г-н Орлов"),
        ("где пройдет следующая сессия", "ru", "в Риге"),
        ("كم دولة صدقت على بروتوكول المنارات؟", "ar", "٤١ دولة"),
        ("ما هي خطه العمل ضد القرصنه في الانهار", "ar", "خطة عمل لمكافحة القرصنة"),
        ("أين ستعقد الدورة المقبلة؟", "ar", "تونس"),
        ("有多少国家批准了灯塔议定书？", "zh", "４１个国家"),
        ("谁当选为主席", "zh", "李先生当选为主席。"),
        ("下届会议在哪里举行？", "zh", "广州"),
        ("Where does the conference fight piracy on rivers?", "en", "piracy on rivers"),
    ],
)
def test_question_finds_the_sentence_in_its_language(
    dropped: Library, question: str, code: str, words: str
) -> None:
    (hit, *_) = dropped.search(question)

    assert hit.document == code
    assert words in hit.snippet
    assert hit.snippet in hit.text


def test_number_is_found_in_any_digits(dropped: Library) -> None:
    found = {hit.document for hit in dropped.search("41")}

    assert found == {"es", "ru", "ar", "zh"}
