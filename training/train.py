"""Learn the reader's model from annotated documents: `python training/train.py FILE.jsonl... -o model.json`.

Prints the figures of a cross-validation by publisher (no publisher is in both parts) before it fits the
model on everything. Files are in the evaluation's format (docs/reader.md).
"""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from atase.reader.candidates import Candidate
from atase.reader.reading import language_of, propose
from atase.reader.text import normalise
from atase.report import Document

FOLDS = 5
STRENGTH = 0.3  # inverse of the regularisation: chosen by the cross-validation
VERSION = "2"


@dataclass
class Example:
    """A candidate of an annotated document: what it is worth (0 to 1) and its stage where it is right."""

    features: dict[str, float]
    worth: float
    stage: str | None
    publisher: str


def examples(paths: Iterable[Path]) -> list[Example]:
    """Every candidate of every document of the files."""
    found = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            document = Document(
                row["text"], row.get("title") or "", row.get("date"), row.get("lang"), row["id"]
            )
            body = normalise(document.text)
            source = row.get("source") or {}
            publisher = source.get("repository") or row.get("publisher") or path.stem
            for candidate in propose(document, body, language_of(document, body.text)):
                found.append(_example(candidate, row["activities"], body, publisher))
    return found


def _example(candidate: Candidate, gold: list[dict], body, publisher: str) -> Example:
    sentence = candidate.sentence
    span = (-1, -1) if sentence.title else body.span(sentence.start, sentence.end)
    best, stage = 0.0, None
    for activity in gold:
        if activity["instrument"] != candidate.instrument:
            continue
        told = any(
            (piece["start"] < span[1] and span[0] < piece["end"]) or (sentence.title)
            for piece in activity["evidence"]
        )
        parties, theirs = set(candidate.parties), set(activity["parties"])
        overlap = len(parties & theirs) / len(parties | theirs)
        if told and overlap > best:
            best, stage = overlap, activity["stage"]
    return Example(candidate.features, best, stage if best >= 0.5 else None, publisher)


def fit(rows: list[Example]) -> dict:
    """Fit both models; the weights by feature name."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([row.features for row in rows])
    good = np.array([row.worth >= 0.5 for row in rows])
    keep = LogisticRegression(C=STRENGTH, max_iter=2000).fit(matrix, good)
    staged = [index for index, row in enumerate(rows) if row.stage]
    stages = LogisticRegression(C=STRENGTH, max_iter=2000).fit(
        matrix[staged], [rows[i].stage for i in staged]
    )
    names = vectorizer.get_feature_names_out()
    weights = dict(zip(names, keep.coef_[0], strict=True))
    weights["bias"] = weights.get("bias", 0.0) + keep.intercept_[0]
    return {
        "version": VERSION,
        "threshold": 0.5,
        "keep": _short(weights),
        "stages": {
            str(stage): _short(dict(zip(names, row, strict=True)) | {"bias": float(bias)})
            for stage, row, bias in zip(stages.classes_, stages.coef_, stages.intercept_, strict=True)
        },
    }


def _short(weights: dict[str, float]) -> dict[str, float]:
    return {name: round(float(weight), 3) for name, weight in sorted(weights.items()) if abs(weight) >= 0.02}


def main() -> None:
    """Read the files, tell the cross-validated figures, write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--folds", type=Path, help="also write one model for each fold into this folder")
    arguments = parser.parse_args()
    rows = examples(arguments.files)
    groups = [row.publisher for row in rows]
    print(f"{len(rows)} candidates, {sum(row.worth >= 0.5 for row in rows)} right", file=sys.stderr)
    if arguments.folds:
        arguments.folds.mkdir(parents=True, exist_ok=True)
        for number, (train, test) in enumerate(GroupKFold(FOLDS).split(rows, groups=groups)):
            model = fit([rows[i] for i in train])
            held = sorted({groups[i] for i in test})
            (arguments.folds / f"{number}.json").write_text(json.dumps({"model": model, "publishers": held}))
    arguments.output.write_text(json.dumps(fit(rows), indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
