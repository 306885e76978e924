"""Learn the reader's model from annotated documents: `python training/train.py FILE.jsonl... -o model.json`.

Files are in the evaluation's format (docs/reader.md). `--predict FILE` also writes what models that
never saw a document's publisher say about it: the cross-validated predictions, to be scored.
"""

import argparse
import json
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
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
INNER_FOLDS = 4
STRENGTH = {"claim": 0.15, "party": 0.3, "stages": 0.2, "event": 0.3, "themes": 0.5}
"""Inverse of the regularisation, chosen by cross-validation."""
VERSION = "5"
SAME = 0.5  # overlap of parties from which a claim is taken for an annotated activity


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
            publisher = (row.get("source") or {}).get("repository") or path.stem
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


def linear(rows: list[list[str]], labels: list[Any], strength: float) -> Any:
    """Weights by feature of a logistic regression; by class where there are more than two."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(row, 1.0) for row in rows])
    fitted = LogisticRegression(C=strength, max_iter=3000).fit(matrix, labels)
    names = vectorizer.get_feature_names_out()
    found = {}
    for index, row in enumerate(fitted.coef_):
        weights = {name: round(float(w), 2) for name, w in zip(names, row, strict=True) if abs(w) >= 0.03}
        weights["bias"] = round(weights.get("bias", 0.0) + float(fitted.intercept_[index]), 3)
        found[str(fitted.classes_[index])] = weights
    return found if len(found) > 1 else next(iter(found.values()))


def fit(documents: list[Text]) -> Model:
    """Fit parties, claims and stages; claims see what a party model says of publishers that are new to it."""
    blank = Model(VERSION, 0.5, {}, {}, {}, {}, {})
    groups = [text.publisher for text in documents]
    claims = []
    for train, test in GroupKFold(INNER_FOLDS).split(documents, groups=groups):
        inner = replace(blank, party=fit_party([documents[i] for i in train]))
        claims += [row for i in test for row in claim_rows(documents[i], inner)]
    claim = linear([r[0] for r in claims], [r[1] for r in claims], STRENGTH["claim"])
    staged = [r for r in claims if r[3]]
    stages = linear([r[2] for r in staged], [r[3] for r in staged], STRENGTH["stages"])
    return replace(blank, party=fit_party(documents), claim=claim, stages=stages)


def fit_party(documents: list[Text]) -> dict[str, float]:
    """Weights that tell who takes part."""
    rows = [row for text in documents for row in party_rows(text)]
    weights: dict[str, float] = linear([[*r[0], "bias"] for r in rows], [r[1] for r in rows], STRENGTH["party"])
    return weights


def fit_events(documents: list[Text], extra: list[Text], model: Model) -> Model:
    """Fit the last part on what models of the other publishers say.

    Where there are real `documents`, the short training texts (`extra`), which are easier to read, have no
    say in it: they would make the confidence too high.
    """
    rows: list[Any] = []
    themes: list[Any] = []
    groups = [text.publisher for text in documents]
    for train, test in GroupKFold(FOLDS).split(documents, groups=groups):
        inner = fit([*(documents[i] for i in train), *extra])
        for i in test:
            more, about = event_rows(documents[i], inner)
            rows += more
            themes += about
    event = linear([r[0] for r in rows], [r[1] for r in rows], STRENGTH["event"])
    theme = linear([r[0] for r in themes], [r[1] for r in themes], STRENGTH["themes"])
    return replace(model, event=event, themes=theme, threshold=threshold(rows, event))


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


def learn(documents: list[Text], extra: list[Text]) -> Model:
    """The model of documents, or of training texts alone."""
    model = fit(documents + extra)
    return fit_events(documents, extra, model) if documents else fit_events(extra, [], model)


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
