"""Learn the reader's model from annotated documents: `python training/train.py FILE.jsonl... -o model.json`.

Files are in the evaluation's format (docs/reader.md). `--predict FILE` also writes what models that
never saw a document's publisher say about it: the cross-validated predictions, to be scored.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from atase.cli.rows import row_of
from atase.reader.candidates import Candidate, candidates
from atase.reader.judging import judge, party_features
from atase.reader.reading import judged, parse
from atase.reader.reporting import report, shown_claims
from atase.reader.scorer import Model
from atase.reader.sentence import Sentence
from atase.reader.text import Normalised, normalise
from atase.reader.themes import theme_features
from atase.report import Document

FOLDS = 5
NEGLIGIBLE = 0.03
"""Weights below are left out of the model."""
STRENGTH = {"claim": 0.15, "party": 0.3, "stages": 0.2, "event": 0.3, "themes": 0.5}
"""Inverse of the regularisation, chosen by cross-validation."""
VERSION = "5"
SAME = 0.5  # overlap of parties from which a claim is taken for an annotated activity


Row = tuple[list[str], Any]
"""The features that hold, and what is to be learned from them."""


@dataclass
class Text:
    """An annotated document with its candidates."""

    document: Document
    body: Normalised
    gold: list[dict[str, Any]]
    sentences: list[Sentence]
    proposed: list[Candidate]
    publisher: str


def texts(paths: Iterable[Path]) -> list[Text]:
    """Every document of the files."""
    found = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            document = Document(row["text"], row.get("title") or "", row.get("date"), row.get("lang"), row["id"])
            body = normalise(document.text)
            source = row.get("source") or {}
            publisher = source.get("repository") or source.get("path") or path.stem
            sentences = list(parse(document, body))
            found.append(Text(document, body, row["activities"], sentences, list(candidates(sentences)), publisher))
    return found


def overlap(parties: Iterable[str], activity: dict[str, Any]) -> float:
    """Jaccard overlap of parties."""
    mine, theirs = set(parties), set(activity["parties"])
    return len(mine & theirs) / len(mine | theirs)


def told(candidate: Candidate, activity: dict[str, Any], body: Normalised) -> bool:
    """Whether the candidate stands in the activity's evidence."""
    sentence = candidate.sentence
    if sentence.title:
        return True
    start, end = body.span(sentence.start, sentence.end)
    return any(piece["start"] < end and start < piece["end"] for piece in activity["evidence"])


def party_rows(text: Text) -> list[tuple[list[str], bool]]:
    """Each possible party of a candidate that is right about its instrument: is it one?"""
    rows = []
    for candidate in text.proposed:
        right = [a for a in text.gold if a["instrument"] == candidate.instrument and told(candidate, a, text.body)]
        if not right:
            continue
        best = max(right, key=lambda activity: overlap(candidate.sentence.codes, activity))
        others = {code for activity in right for code in activity["parties"]} - set(best["parties"])
        rows += [(traits, code in best["parties"]) for code, traits in candidate.parties.items() if code not in others]
    return rows


def claim_rows(text: Text, model: Model) -> list[tuple[list[str], bool, list[str], str | None]]:
    """Each claim: its features, whether it is right, what its stage is judged by, and the stage where it is."""
    rows = []
    for candidate in text.proposed:
        claim = judge(candidate, model, text.document.date)
        if not claim:
            continue
        same = [a for a in text.gold if a["instrument"] == candidate.instrument]
        near = [a for a in same if overlap(claim.parties, a) >= SAME]
        here = [a for a in near if told(candidate, a, text.body)]
        best = max(here, key=lambda a: overlap(claim.parties, a), default=None)
        if best is None and near:
            continue  # says the same elsewhere: neither right nor wrong
        features = [*candidate.features, *party_features(candidate, claim.parties, claim.chances)]
        rows.append((features, best is not None, claim.stage_features, best["stage"] if best else None))
    return rows


def event_rows(text: Text, model: Model) -> tuple[list[tuple[list[str], bool]], list[tuple[list[str], bool]]]:
    """Each event: its features, and whether an annotated activity is its own; and the themes of those that are."""
    open_gold = list(text.gold)
    rows, themes = [], []
    for event in sorted(judged(text.proposed, text.document, model), key=lambda event: -event.claims[0].probability):
        first = event.claims[0]
        instrument = first.candidate.instrument
        fits = [a for a in open_gold if a["instrument"] == instrument and overlap(first.parties, a) >= SAME]
        best = max(fits, key=lambda a: overlap(first.parties, a), default=None)
        rows.append((event.features, best is not None))
        if best:
            open_gold.remove(best)
            shown = [claim.candidate.sentence for claim in shown_claims(event)]
            named = theme_features(instrument, shown, text.sentences)
            themes += [(traits, code in best["themes"]) for code, traits in named.items()]
    return rows, themes


def linear(rows: Iterable[Row], strength: float) -> dict[Any, dict[str, float]]:
    """The weights by feature of a logistic regression: of what is true, or of each of several labels (softmax)."""
    vocabulary: dict[str, int] = {}
    labels, starts, columns = [], [0], []
    for names, label in rows:
        columns += [vocabulary.setdefault(name, len(vocabulary)) for name in dict.fromkeys(names)]
        starts.append(len(columns))
        labels.append(label)
    matrix = csr_matrix((np.ones(len(columns)), columns, starts), (len(labels), len(vocabulary)))
    codes = sorted(set(labels))
    if codes == [False, True]:
        fitted = LogisticRegression(C=strength, solver="liblinear", dual=True, max_iter=5000, random_state=0)
        weighed = {True: fitted.fit(matrix, labels).coef_[0]}
    else:
        fitted = LogisticRegression(C=strength, max_iter=300).fit(matrix, labels)
        weighed = dict(zip(codes, fitted.coef_, strict=True))
    found = {}
    for (code, weights), base in zip(weighed.items(), fitted.intercept_, strict=True):
        pairs = zip(vocabulary, weights, strict=True)
        found[code] = {name: round(float(weight), 2) for name, weight in pairs if abs(weight) >= NEGLIGIBLE}
        found[code]["bias"] = round(found[code].get("bias", 0.0) + float(base), 3)
    return found


def binary(rows: Iterable[Row], strength: float) -> dict[str, float]:
    """The weights of what is true."""
    return linear(rows, strength)[True]


def parts(documents: list[Text]) -> list[list[Text]]:
    """The documents in as many parts as there are folds, no publisher in two."""
    split = GroupKFold(FOLDS).split(documents, groups=[text.publisher for text in documents])
    return [[documents[i] for i in test] for _, test in split]


def others(rows: list[list[Row]], fold: int) -> Iterator[Row]:
    """The rows of all folds but one."""
    return (row for index, part in enumerate(rows) if index != fold for row in part)


def learn(documents: list[Text], extra: list[Text]) -> Model:
    """The model of documents and of training texts (`extra`), or of these alone.

    Each step learns from what the steps before it say about publishers that are new to them. Where there are
    real `documents`, the short training texts, which are easier to read, have no say in the last step: they
    would make the confidence too high.
    """
    real = parts(documents) if documents else parts(extra)
    everybody = [a + b for a, b in zip(real, parts(extra), strict=True)] if documents and extra else real
    blank = Model(VERSION, 0.5, {}, {}, {}, {}, {})

    party = [[row for text in part for row in party_rows(text)] for part in everybody]
    models = [replace(blank, party=binary(others(party, fold), STRENGTH["party"])) for fold in range(FOLDS)]
    judged_claims = [[c for t in part for c in claim_rows(t, m)] for part, m in zip(everybody, models, strict=True)]
    claim = [[(features, good) for features, good, _, _ in part] for part in judged_claims]
    stage = [[(features, code) for _, _, features, code in part if code] for part in judged_claims]
    models = [
        replace(
            inner,
            claim=binary(others(claim, fold), STRENGTH["claim"]),
            stages=linear(others(stage, fold), STRENGTH["stages"]),
        )
        for fold, inner in enumerate(models)
    ]
    told = [[event_rows(text, inner) for text in part] for part, inner in zip(everybody, models, strict=True)]
    judges = set(map(id, documents or extra))
    events_ = [
        row
        for part, results in zip(everybody, told, strict=True)
        for text, (rows, _) in zip(part, results, strict=True)
        if id(text) in judges
        for row in rows
    ]
    event = binary(events_, STRENGTH["event"])
    return replace(
        blank,
        party=binary(others(party, FOLDS), STRENGTH["party"]),
        claim=binary(others(claim, FOLDS), STRENGTH["claim"]),
        stages=linear(others(stage, FOLDS), STRENGTH["stages"]),
        event=event,
        themes=binary((row for part in told for _, rows in part for row in rows), STRENGTH["themes"]),
        threshold=threshold(events_, event),
    )


def threshold(rows: list[tuple[list[str], bool]], weights: dict[str, float]) -> float:
    """The probability from which keeping events gives the best F1."""
    scored = sorted(((sum(weights.get(n, 0) for n in names), good) for names, good in rows), reverse=True)
    total = sum(good for _, good in scored)
    hits, best = 0, (0.0, 0.5)
    for count, (logit, good) in enumerate(scored, 1):
        hits += good
        best = max(best, (2 * hits / (count + total), 1 / (1 + float(np.exp(-logit)))))
    return round(best[1], 3)


def predictions(documents: list[Text], model: Model) -> list[dict[str, Any]]:
    """What a model says about documents, as `atase code` writes it."""
    found = []
    for text in documents:
        kept = [e for e in judged(text.proposed, text.document, model) if e.probability >= model.threshold]
        reports = [report(event, text.document, text.body, text.sentences, model) for event in kept]
        found.append(row_of(text.document, reports))
    return found


def unseen(tested: list[Text], documents: list[Text], extra: list[Text]) -> list[dict[str, Any]]:
    """What a model of the others says about some documents."""
    return predictions(tested, learn(documents, extra))


def main() -> None:
    """Read the files, write the model and the cross-validated predictions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--extra", nargs="*", type=Path, default=[], help="files to learn from and not to test on")
    parser.add_argument("--predict", type=Path)
    arguments = parser.parse_args()
    documents, extra = texts(arguments.files), texts(arguments.extra)
    groups = [text.publisher for text in documents]
    if arguments.predict:
        folds = list(GroupKFold(FOLDS).split(documents, groups=groups))
        learned = [[documents[i] for i in train] for train, _ in folds]
        tested = [[documents[i] for i in test] for _, test in folds]
        with arguments.predict.open("w", encoding="utf-8") as out, ProcessPoolExecutor() as pool:
            for rows in pool.map(unseen, tested, learned, repeat(extra)):
                out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    if arguments.output:
        model = learn(documents, extra)
        written = {name: getattr(model, name) for name in Model.__slots__}
        arguments.output.write_text(json.dumps(written, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
