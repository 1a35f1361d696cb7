"""The engine on a graph small enough to compute by hand."""

from dataclasses import replace

import pytest

from . import (
    Cause,
    Code,
    Component,
    Evidence,
    Graph,
    GraphError,
    Part,
    Question,
    Refusal,
    Remedy,
    Series,
    Solved,
    Sop,
    Symptom,
    diagnose,
    heard_symptoms,
    learn,
    named_line,
)

BOTH = frozenset({"a", "b"})


def fan() -> Graph:
    """Two causes of one symptom: dust (a customer cleans it) and a burnt motor (an engineer changes it)."""
    return Graph(
        line="fan",
        name="风扇",
        en="Fan",
        life_years=10,
        words=("风扇", "电风扇"),
        series={"a": Series("a", "A", "A", 2020, ("FS-1A",)), "b": Series("b", "B", "B", 2022, ("FS-1B",))},
        components={
            "grille": Component("grille", "网罩", "Grille", "none"),
            "motor": Component("motor", "电机", "Motor", "dangerous"),
        },
        symptoms={
            "weak": Symptom("weak", "风小", "Weak", ("没什么风", "风很小")),
            "smoke": Symptom("smoke", "冒烟", "Smoke", ("冒烟",), "fire"),
        },
        questions={"dusty": Question("dusty", "网罩有灰吗？", "Dusty?", 0.5)},
        causes={
            "dust": Cause("dust", "积灰", "Dust", "grille", 75, 1.0, {"weak": 0.8}, {"dusty": 0.9}, ("clean",)),
            "burnt": Cause(
                "burnt",
                "电机坏",
                "Motor",
                "motor",
                25,
                2.0,
                {"weak": 0.4, "smoke": 0.5},
                {"dusty": 0.2},
                ("swap",),
            ),
        },
        remedies={
            "clean": Remedy("clean", "清灰", "Clean", "customer", "grille", 0.9, 10, "擦净网罩"),
            "swap": Remedy(
                "swap",
                "换电机",
                "Swap",
                "engineer",
                "motor",
                0.95,
                40,
                "换",
                "",
                ("motor-a", "motor-b"),
                "senior",
            ),
        },
        parts={
            "motor-a": Part("motor-a", "1", "电机A", "Motor A", "motor", 50, frozenset({"a"})),
            "motor-b": Part("motor-b", "2", "电机B", "Motor B", "motor", 60, frozenset({"b"})),
        },
        sops={"off": Sop("off", "断电", "Off", ("断电",))},
        codes=(
            Code("E1", frozenset({"a"}), "堵转", "Stalled", ("burnt",), "stop"),
            Code("E1", frozenset({"b"}), "积灰", "Dust", ("dust",), "self"),
        ),
    )


def shares(evidence: Evidence) -> dict[str, float]:
    return {found.cause.id: round(found.probability, 6) for found in diagnose(fan(), evidence).causes}


def test_posterior_is_prior_times_likelihood() -> None:
    # 75 * .8 = 60, 25 * .4 = 10
    assert shares(Evidence(symptoms=("weak",))) == {"dust": round(60 / 70, 6), "burnt": round(10 / 70, 6)}


def test_answer_moves_the_posterior() -> None:
    # no dust: 60 * .1 = 6, 10 * .8 = 8
    assert shares(Evidence(symptoms=("weak",), answers={"dusty": False})) == {
        "burnt": round(8 / 14, 6),
        "dust": round(6 / 14, 6),
    }


def test_failed_step_counts_against_its_cause() -> None:
    # 60 * (1 - .9 * .95) = 8.7 against 10
    assert shares(Evidence(symptoms=("weak",), tried=frozenset({"clean"}))) == {
        "burnt": round(10 / 18.7, 6),
        "dust": round(8.7 / 18.7, 6),
    }


def test_age_favours_wear() -> None:
    # at life the hazard of shape 2 is twice that of half life: 60 against 20
    assert shares(Evidence(symptoms=("weak",), age_years=10))["burnt"] == 0.25


def test_likely_safe_step_comes_first() -> None:
    found = diagnose(fan(), Evidence(symptoms=("weak",)))
    assert (found.move, found.step and found.step.id, round(found.step_solves, 4)) == (
        "help",
        "clean",
        0.7714,
    )
    assert found.refused == ()


def test_after_the_step_failed_it_asks_and_then_sends_someone() -> None:
    asked = diagnose(fan(), Evidence(symptoms=("weak",), tried=frozenset({"clean"})))
    assert (asked.move, asked.question and asked.question.id) == ("ask", "dusty")
    sent = diagnose(fan(), Evidence(symptoms=("weak",), tried=frozenset({"clean"}), answers={"dusty": False}))
    assert (sent.move, sent.question, sent.step) == ("visit", None, None)


def test_danger_symptom_refuses_the_step_and_says_why() -> None:
    found = diagnose(fan(), Evidence(symptoms=("weak", "smoke")))
    assert (found.move, found.danger, found.step) == ("danger", "fire", None)
    calm = diagnose(fan(), Evidence(symptoms=("smoke",), answers={"dusty": True}))
    assert calm.step is None


def test_stop_code_refuses_every_step() -> None:
    found = diagnose(fan(), Evidence(symptoms=("weak",), codes=("e1",), model="fs-1a"))
    assert (found.move, found.step) == ("danger", None)
    assert found.causes[0].cause.id == "burnt"


def test_refusal_names_rule() -> None:
    found = diagnose(fan(), Evidence(symptoms=("weak", "smoke"), answers={"dusty": True}))
    assert found.refused == (Refusal("clean", "danger_symptom"),)


def test_code_is_exact_and_ambiguous_without_a_model() -> None:
    graph = fan()
    assert [c.name for c in graph.find_codes("e1")] == ["堵转", "积灰"]
    assert [c.name for c in graph.find_codes("E1", "FS-1B")] == ["积灰"]
    assert graph.find_codes("E11") == ()


def test_visit_brings_the_part_of_the_series() -> None:
    need = diagnose(fan(), Evidence(symptoms=("smoke",), model="FS-1B")).need
    assert [part.id for part, _ in need.parts] == ["motor-b"]
    assert need.level == "senior"


def test_customer_step_behind_a_dangerous_cover_is_refused_at_build() -> None:
    graph = fan()
    wrong = {**graph.remedies, "clean": replace(graph.remedies["clean"], at="motor")}
    with pytest.raises(GraphError, match="dangerous cover"):
        replace(graph, remedies=wrong)


def test_unknown_reference_is_refused() -> None:
    graph = fan()
    wrong = {**graph.causes, "dust": replace(graph.causes["dust"], fix=("magic",))}
    with pytest.raises(GraphError, match="cause dust names unknown 'magic'"):
        replace(graph, causes=wrong)


def test_unknown_evidence_is_an_error() -> None:
    with pytest.raises(KeyError):
        diagnose(fan(), Evidence(symptoms=("nonsense",)))


def test_learning_moves_priors_by_counts() -> None:
    learned = learn(fan(), [Solved("burnt")] * 100, strength=100)
    assert {name: cause.prior for name, cause in learned.causes.items()} == {"dust": 375.0, "burnt": 625.0}
    with pytest.raises(KeyError):
        learn(fan(), [Solved("ghost")])


def test_heard_symptoms_have_spans() -> None:
    heard = heard_symptoms(fan(), "昨天开始风很小，还冒烟")
    assert [(h.symptom, h.start, h.end) for h in heard] == [("weak", 4, 7), ("smoke", 9, 11)]


def test_longest_word_names_the_line() -> None:
    other = replace(fan(), line="ceiling", words=("吊扇", "风扇灯"))
    assert named_line([fan(), other], "我的风扇灯坏了") == ("ceiling",)
    assert named_line([fan(), other], "冰箱") == ()
    assert named_line([fan(), other], "风扇灯坏了，风扇也不转") == ("ceiling", "fan")
