"""Sentences as French releases, reports and web pages have them, all made up."""

from collections.abc import Callable

import pytest

from index.model import Statement

Draw = Callable[[str], list[Statement]]
Fact = tuple[str, str, tuple[str, ...]]


def facts(statements: list[Statement]) -> list[Fact]:
    return [(s.entity, s.relation, s.value.parts) for s in statements]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "La Convention de Palerme a été adoptée le 15 novembre 2000.",
            ("untoc", "adoption", ("2000-11-15",)),
        ),
        (
            "La Convention, adoptée par l'Assemblée générale dans sa résolution 55/25 "
            "du 15 novembre 2000, est entrée en vigueur le 29 septembre 2003.",
            ("untoc", "entry-into-force", ("2003-09-29",)),
        ),
        (
            "Le 31 mai 2001, l'Assemblée générale a adopté le Protocole relatif aux "
            "armes à feu.",
            ("firearms-protocol", "adoption", ("2001-05-31",)),
        ),
        (
            "La Convention de Palerme a été adoptée à New York.",
            ("untoc", "adoption-place", ("New York",)),
        ),
        (
            "Le Protocole relatif aux armes à feu, entré en vigueur le 3 juillet 2005, "
            "est court.",
            ("firearms-protocol", "entry-into-force", ("2005-07-03",)),
        ),
        (
            "Le 3 juillet 2005, le Protocole relatif aux armes à feu est entré en "
            "vigueur.",
            ("firearms-protocol", "entry-into-force", ("2005-07-03",)),
        ),
        (
            "Le Protocole contre le trafic illicite de migrants est en vigueur depuis "
            "le 28 janvier 2004.",
            ("smuggling-protocol", "entry-into-force", ("2004-01-28",)),
        ),
        (
            "La Convention a été ouverte à la signature à Palerme (Italie) du 12 au "
            "15 décembre 2000.",
            ("untoc", "opening-for-signature", ("2000-12-12", "2000-12-15")),
        ),
        (
            "La Convention est restée ouverte à la signature jusqu'au 12 mars 2002.",
            ("untoc", "signature-deadline", ("2002-03-12",)),
        ),
        (
            "La Convention a été ouverte à la signature à Palerme du 12 au 15 décembre "
            "2000, puis au Siège de l'Organisation des Nations Unies à New York "
            "jusqu'au 12 décembre 2002.",
            ("untoc", "signature-deadline", ("2002-12-12",)),
        ),
        (
            "La Convention a été ouverte à la signature à Palerme.",
            ("untoc", "signature-place", ("Palerme",)),
        ),
        (
            "La Convention comporte quarante et un articles.",
            ("untoc", "number-of-articles", ("41",)),
        ),
        (
            "Le Mécanisme d'examen de l'application a été créé en 2018.",
            ("review-mechanism", "establishment", ("2018",)),
        ),
        ("L'ONUDC a son siège à Vienne.", ("unodc", "seat", ("Vienne",))),
        (
            "Mme Léa Morand, Directrice exécutive de l'ONUDC, a ouvert la séance.",
            ("unodc", "head", ("Mme Léa Morand",)),
        ),
        (
            "La prochaine session de la Conférence se tiendra à Vienne en mai 2010.",
            ("cop", "next-session", ("2010-05",)),
        ),
    ],
)
def test_what_a_sentence_states_of_an_instrument_or_body_is_drawn(
    draw_french: Draw, text: str, fact: Fact
) -> None:
    assert fact in facts(draw_french(text))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "La vingtième session s'est tenue à Nairobi du 9 au 13 octobre 2034.",
            ("session-20", "dates", ("2034-10-09", "2034-10-13")),
        ),
        (
            "La Conférence a tenu sa vingt et unième session à Lomé du lundi 30 "
            "septembre au vendredi 4 octobre 2036.",
            ("session-21", "dates", ("2036-09-30", "2036-10-04")),
        ),
        (
            "Réunie du 9 au 13 octobre 2034 à l'Office des Nations Unies à Nairobi, la "
            "Conférence des Parties a clos aujourd'hui sa vingt-deuxième session.",
            ("session-22", "dates", ("2034-10-09", "2034-10-13")),
        ),
        (
            "Réunie du 9 au 13 octobre 2034 à l'Office des Nations Unies à Nairobi, la "
            "Conférence des Parties a clos aujourd'hui sa vingt-deuxième session.",
            ("session-22", "place", ("Nairobi",)),
        ),
        (
            "Du 1er au 5 octobre 2040 s'est tenue à Vienne la XXVe session de la "
            "Conférence.",
            ("session-25", "dates", ("2040-10-01", "2040-10-05")),
        ),
        (
            "La 22e session a eu lieu à Nairobi les 3 et 4 avril 2035.",
            ("session-22", "dates", ("2035-04-03", "2035-04-04")),
        ),
        (
            "À sa vingtième session, tenue à Vienne du 3 au 7 mars 2034, la Conférence "
            "a adopté quatre décisions.",
            ("session-20", "number-of-decisions", ("4",)),
        ),
        (
            "Lors de la vingtième session, tenue à Vienne du 3 au 7 mars 2034, rien "
            "de tel n'avait été dit.",
            ("session-20", "place", ("Vienne",)),
        ),
        (
            "Vingtième session (Vienne, 3-7 mars 2034)",
            ("session-20", "dates", ("2034-03-03", "2034-03-07")),
        ),
        (
            "La COP 22, qui s'est tenue à Nairobi, en Afrique, du 9 au 13 mai 2034.",
            ("session-22", "dates", ("2034-05-09", "2034-05-13")),
        ),
        (
            "La Conférence des Parties achève sa vingt-deuxième session à Nairobi",
            ("session-22", "place", ("Nairobi",)),
        ),
        (
            "La session s'est tenue hier. La vingtième session a été présidée par "
            "S.E. M. Étienne Vauquelin (Belgique).",
            ("session-20", "chair", ("S.E. M. Étienne Vauquelin",)),
        ),
        (
            "La vingtième session s'est tenue à Vienne, du 3 au 7 mars 2034, sous la "
            "présidence de Mme Rosa Huamán Tello.",
            ("session-20", "chair", ("Mme Rosa Huamán Tello",)),
        ),
        (
            "La Conférence a élu M. Kofi Adjei (Ghana) Président de la vingtième "
            "session.",
            ("session-20", "chair", ("M. Kofi Adjei",)),
        ),
        (
            "La vingtième session a rassemblé 1 120 participants venus de 151 États "
            "parties, ainsi que 28 observateurs.",
            ("session-20", "attending-delegates", ("1120",)),
        ),
        (
            "La vingtième session a rassemblé 1 120 participants venus de 151 États "
            "parties, ainsi que 28 observateurs.",
            ("session-20", "attending-parties", ("151",)),
        ),
        (
            "151 États parties, deux signataires et 28 observateurs ont participé à la "
            "vingtième session.",
            ("session-20", "attending-signatories", ("2",)),
        ),
        (
            "151 États parties, deux signataires et 28 observateurs ont participé à la "
            "vingtième session.",
            ("session-20", "attending-observers", ("28",)),
        ),
        (
            "Thèmes retenus pour la vingtième session : la traite, le blanchiment "
            "d'argent et la corruption.",
            (
                "session-20",
                "themes",
                ("la traite", "le blanchiment d'argent", "la corruption"),
            ),
        ),
    ],
)
def test_what_a_sentence_states_of_a_session_is_drawn(
    draw_french: Draw, text: str, fact: Fact
) -> None:
    assert fact in facts(draw_french(text))


@pytest.mark.parametrize(
    ("text", "entity", "relation"),
    [
        ("La Convention peut être dénoncée par écrit.", "untoc", "withdrawal"),
        (
            "Le Protocole relatif aux armes à feu complète la Convention.",
            "firearms-protocol",
            "supplements",
        ),
        (
            "La Convention vise à promouvoir la coopération.",
            "untoc",
            "purpose",
        ),
        (
            "Le Mécanisme d'examen est chargé d'aider les États parties.",
            "review-mechanism",
            "mandate",
        ),
        (
            "Le Mécanisme d'examen a été créé par la résolution 9/1.",
            "review-mechanism",
            "legal-basis",
        ),
        ("La Conférence se réunit tous les deux ans.", "cop", "frequency"),
        (
            "La Convention entrera en vigueur le quatre-vingt-dixième jour suivant le "
            "dépôt du quarantième instrument de ratification.",
            "untoc",
            "entry-into-force-trigger",
        ),
        (
            "Seuls les États parties à la Convention peuvent devenir parties au "
            "Protocole relatif aux armes à feu.",
            "firearms-protocol",
            "prerequisite",
        ),
    ],
)
def test_a_sentence_may_be_the_value(
    draw_french: Draw, text: str, entity: str, relation: str
) -> None:
    assert (entity, relation, (text,)) in facts(draw_french(text))


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        (
            "Au 1er octobre 2007, la Convention comptait 138 États parties.",
            "138",
            "2007-10-01",
        ),
        ("Au 1er mars 2007, 132 États étaient parties à la Convention.", "132", None),
        ("La Convention compte aujourd'hui 147 parties.", "147", "2008-10-08"),
        (
            "Le nombre d'États parties à la Convention s'élevait à quatre-vingt-dix-"
            "neuf au 5 mai 2005.",
            "99",
            "2005-05-05",
        ),
        (
            "L'adhésion de la Mongolie porte à 122 le nombre d'États parties à la "
            "Convention.",
            "122",
            "2008-10-08",
        ),
        (
            "Au 5 mai 2006, la Convention avait été ratifiée par 121 États.",
            "121",
            "2006-05-05",
        ),
        (
            "On dénombrait au 1er mars 2007 132 États parties à la Convention.",
            "132",
            "2007-03-01",
        ),
    ],
)
def test_a_figure_holds_for_the_day_that_is_given(
    draw_french: Draw, text: str, number: str, day: str | None
) -> None:
    (statement,) = draw_french(text)

    assert facts([statement]) == [("untoc", "parties", (number,))]
    assert statement.as_of == (day or "2007-03-01")


@pytest.mark.parametrize(
    "text",
    [
        "Le Protocole de Kyoto est entré en vigueur le 16 février 2005.",
        "La Convention contre la corruption est entrée en vigueur le 14 décembre 2005.",
        "La Convention sur le droit de la mer date de 1982. Elle est entrée en vigueur "
        "le 16 novembre 1994.",
        "La Convention européenne d'extradition a été adoptée le 13 décembre 1957. "
        "Elle compte 50 États parties.",
        "La Convention des Nations Unies contre la corruption compte 189 parties. La "
        "Convention est entrée en vigueur le 14 décembre 2005.",
        "La Convention contre la corruption est récente. Cette Convention est entrée "
        "en vigueur le 14 décembre 2005.",
        "La Conférence des Parties à la Convention contre la corruption a tenu sa "
        "deuxième session à Bali du 28 janvier au 1er février 2008.",
        "La Conférence des États parties à cette Convention a tenu sa deuxième session "
        "à Bali du 28 janvier au 1er février 2008.",
        "La Conférence des Parties à la CITES a tenu sa deuxième session à San José.",
        "La Conférence des Parties au Protocole de Kyoto a tenu sa deuxième session à "
        "Nairobi du 6 au 17 novembre 2006.",
        "La COP 28 de la CCNUCC s'est tenue à Doubaï du 3 au 7 décembre 2023.",
        "La Commission a tenu sa vingtième session à Vienne du 11 au 15 avril 2011.",
        "La Commission a clos sa vingtième session. La vingt et unième session se "
        "tiendra à Vienne du 23 au 27 avril 2012.",
        "À sa vingtième session, la Commission a adopté cinq décisions.",
        "La quatrième session du Comité s'est tenue en mars. La cinquième session "
        "s'est tenue à Vienne du 3 au 7 mai 2001.",
        "Le secrétariat de la Convention a son siège à Bonn.",
        "Le Protocole contre le vol de biens culturels, additionnel à la Convention, a "
        "été adopté le 18 décembre 2028.",
        "Le Protocole contre le vol de biens culturels, qui complète la Convention, "
        "est entré en vigueur le 3 juillet 2030.",
        "Le Mécanisme d'examen de l'application de la Convention des Nations Unies "
        "contre la corruption a été créé en 2009.",
        "L'article 5 de la Convention relative aux droits de l'enfant compte 3 mots.",
    ],
)
def test_nothing_is_drawn_of_other_instruments_and_bodies(
    draw_french: Draw, text: str
) -> None:
    assert facts(draw_french(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Le Protocole est entré en vigueur le 3 juillet 2005.",
        "Elle est entrée en vigueur le 3 juillet 2005.",
        "Le Protocole relatif aux armes à feu est court. Elle est entrée en vigueur le "
        "3 juillet 2005.",
        "L'amendement du Protocole relatif aux armes à feu est entré en vigueur le "
        "3 juillet 2012.",
        "La loi d'application de la Convention est entrée en vigueur le 3 mars 2006.",
        "La Convention et une loi du Pérou sont entrées en vigueur le 3 juillet 2005.",
        "Un atelier préparatoire à la vingtième session s'est tenu à Lima le 3 mars "
        "2034.",
        "Un atelier s'est tenu à Lima le 3 mars 2034 avant la vingtième session.",
        "La Conférence s'est tenue à Palerme du 12 au 15 décembre 2000.",
        "La Convention de Palerme date de 2000. La Convention contre la corruption a "
        "été adoptée plus tard. Elle est entrée en vigueur le 14 décembre 2005.",
        "Le questionnaire a été adopté le 3 mai 2034.",
        "Le Mécanisme a invité la vingtième session à adopter cinq décisions.",
    ],
)
def test_nothing_is_drawn_where_the_entity_is_uncertain(
    draw_french: Draw, text: str
) -> None:
    assert facts(draw_french(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Si la Convention est entrée en vigueur le 3 juillet 2006, tant mieux.",
        "Le Protocole relatif aux armes à feu devrait entrer en vigueur en 2004.",
        "Le Protocole relatif aux armes à feu entrerait en vigueur le 3 juillet 2035.",
        "La Convention n'est pas entrée en vigueur le 3 juillet 2003.",
        "La Convention n'est jamais entrée en vigueur en 2002.",
        "La Convention n'a été ratifiée que par 40 États.",
        "La vingtième session se tiendrait à Nairobi du 9 au 13 octobre 2034.",
        "La vingtième session devait avoir lieu à Nairobi du 9 au 13 octobre 2034, "
        "mais elle a été reportée.",
        "Le Secrétariat a proposé que la vingtième session de la Conférence se tienne "
        "à Bangkok du 3 au 7 octobre 2038.",
        "Plus de 140 États sont parties à la Convention.",
        "La Convention compte environ 140 parties.",
        "La Convention compte 12 parties africaines.",
        "La Convention a été ratifiée par 12 États d'Asie.",
        "Selon M. Durand, la Convention est entrée en vigueur le 29 septembre 2013.",
        "Plus de 150 États parties ont participé à la vingtième session.",
        "Les deux tiers des États sont parties à la Convention.",
        "20 % des États sont parties à la Convention.",
        "En 2005, deux ans plus tard, la Convention comptait 110 parties.",
        "La Convention est entrée en vigueur le 27 juillet 2008 pour la Mongolie.",
        "La Convention est entrée en vigueur le 27 juillet 2008 à l'égard de l'Inde.",
    ],
)
def test_nothing_is_drawn_that_is_supposed_denied_or_shared(
    draw_french: Draw, text: str
) -> None:
    assert facts(draw_french(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Trois thèmes ont été retenus pour la vingtième session :\n– la contrefaçon ;\n"
        "– le recrutement de mineurs, de femmes et d'hommes ;\n– le secteur privé.",
        "La Conférence a retenu les thèmes suivants pour la vingtième session :\n"
        "- la contrefaçon\n- le recrutement de mineurs, de femmes et d'hommes\n"
        "- le secteur privé",
        "Les thèmes de la vingtième session sont les suivants :\na) la contrefaçon ;\n"
        "b) le recrutement de mineurs, de femmes et d'hommes ;\nc) le secteur privé.",
    ],
)
def test_items_on_lines_of_their_own_make_a_list(draw_french: Draw, text: str) -> None:
    assert facts(draw_french(text)) == [
        (
            "session-20",
            "themes",
            (
                "la contrefaçon",
                "le recrutement de mineurs, de femmes et d'hommes",
                "le secteur privé",
            ),
        )
    ]


def test_a_pronoun_of_the_same_gender_refers_to_the_sentence_before(
    draw_french: Draw,
) -> None:
    text = (
        "Le Protocole relatif aux armes à feu est court. Il est entré en vigueur le "
        "3 juillet 2005."
    )

    assert facts(draw_french(text)) == [
        ("firearms-protocol", "entry-into-force", ("2005-07-03",))
    ]


def test_this_session_is_the_one_of_the_sentence_before(draw_french: Draw) -> None:
    text = (
        "La vingt-troisième session sera courte. Cette session se tiendra à Vienne du "
        "6 au 10 octobre 2036."
    )

    assert ("session-23", "place", ("Vienne",)) in facts(draw_french(text))
