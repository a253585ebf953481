"""Teaches the recogniser further on gold; run as `python -m ingest.training.further --help`."""

import argparse
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ingest.layout import Span
from ingest.recogniser_deltas import read_learnt, write_learnt
from ingest.stretches import stretches
from ingest.training.annotated import Example, Mark
from ingest.training.judged import credits_in, is_held_out, marks_in
from ingest.training.learning import Course, encode, evaluate, learn
from ingest.training.lessons import Lesson, read_lessons
from ingest.training.network import Tagger
from ingest.training.parts import PARTS, part_of
from ingest.training.recogniser import embedder_for, learnt_by, lessons, report, restore, say

__all__ = ["main", "taught_by"]

# Sentences that name whatever they name are seen again, so that it is not forgotten.
REPEATED = 1500
# Tokens a step, and the rate of a network that knows the language already.
TOKENS, RATE, HEAD_RATE = 1024, 1e-4, 1e-3


def taught_by(lesson: Lesson) -> Iterator[Example]:
    """Yield the stretches of a document, marked where its gold's names and undertakings stand."""
    text = lesson.source.document.text
    marks, names = marks_in(text, lesson.gold), _undertakings(lesson, text)
    unknown = credits_in(text)
    for start, end in stretches(text):
        own = (one for one in marks if start <= one.start and one.end <= end)
        yield Example(
            text[start:end],
            tuple(Mark(one.start - start, one.end - start, one.label) for one in own),
            tuple(_within(names, start, end)),
            tuple(_within(unknown, start, end)),
        )


def _within(spans: Iterable[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of the spans that lie in a stretch, counted from its start."""
    for first, after in spans:
        if first < end and start < after:
            yield max(first, start) - start, min(after, end) - start


def _undertakings(lesson: Lesson, text: str) -> list[tuple[int, int]]:
    """Return where undertakings are named, the longest name where names overlap."""
    spans = {
        span
        for name, project in zip(lesson.names, lesson.meant, strict=True)
        if project is not None
        for span in name.spans
    }
    for project in lesson.projects:
        words = r"\s+".join(map(re.escape, project.name.split()))
        pattern = re.compile(rf"(?<!\w){words}(?:e?s)?(?!\w)", re.IGNORECASE)
        spans |= {Span(*found.span()) for found in pattern.finditer(text)}
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start - one.end, one.start)):
        if not any(span.start < other.end and other.start < span.end for other in kept):
            kept.append(span)
    return sorted((span.start, span.end) for span in kept)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, measure, write the weights, and return the exit status."""
    options = _options().parse_args(arguments)
    embedder = embedder_for(options)
    known = read_learnt(options.begin.read_bytes())
    tagger = Tagger(embedder, depth=known.depth, trained_from=options.trained_from)
    restore(tagger, known, embedder)
    left_out, examples = _examples(options.folders, options.without)
    given = lessons(options.data, None)
    random.Random(0).shuffle(given.train)  # noqa: S311 -- mixes lessons, keeps no secret
    examples += given.train[:REPEATED]
    say(f"lessons {len(examples)}, left out {len(left_out)}, choice {len(given.choice)}")
    course = Course(
        rounds=options.rounds,
        tokens=TOKENS,
        rate=RATE,
        head_rate=HEAD_RATE,
        is_brief=options.is_brief,
        report=say,
    )
    learn(tagger, encode(examples, embedder), embedder, course)
    content = write_learnt(learnt_by(tagger, embedder))
    options.out.write_bytes(content)
    restore(tagger, read_learnt(content), embedder)
    for name, some in (("left out", left_out), ("choice", given.choice)):
        report(name, evaluate(tagger, encode(some, embedder), embedder))
    return 0


def _examples(folders: Sequence[Path], without: int | None) -> tuple[list[Example], list[Example]]:
    """Return the sentences of the part that is left out, and all others."""

    def is_left_out(name: str) -> bool:
        return part_of(name) == without

    def taught(name: str) -> bool:
        return not is_held_out(name) and not is_left_out(name)

    def measured(name: str) -> bool:
        return not is_held_out(name) and is_left_out(name)

    found: tuple[list[Example], list[Example]] = ([], [])
    for examples, wanted in zip(found, (measured, taught), strict=True):
        for folder in folders:
            for lesson in read_lessons(folder, lambda _: None, wanted):
                examples += taught_by(lesson)
    return found


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="each with documents/ and gold/")
    parser.add_argument("--data", type=Path, required=True, help="folder with the collections")
    parser.add_argument("--model-dir", type=Path, required=True, help="the built embedder")
    parser.add_argument(
        "--begin", type=Path, required=True, help="weights of `ingest.training.recogniser`"
    )
    parser.add_argument("--out", type=Path, required=True, help="where the weights are written")
    parser.add_argument(
        "--without", type=int, choices=range(PARTS), help="the part that is left out"
    )
    parser.add_argument("--trained-from", type=int, default=3, help="first layer that learns")
    parser.add_argument("--rounds", type=int, default=3, help="times every sentence is seen")
    parser.add_argument("--threads", type=int, default=1, help="processor cores to use")
    parser.add_argument("--is-brief", action="store_true", help="learn with numbers of 16 bits")
    return parser


if __name__ == "__main__":
    sys.exit(main())
