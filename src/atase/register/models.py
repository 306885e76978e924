"""What the register keeps. Sources and reports are never changed, decisions are only ever added;
activities and their parties are derived from them and can be made again (`atase.register.grouping`).
"""

from json import JSONEncoder
from typing import Any, ClassVar

from django.db import models


class Readable(JSONEncoder):
    """JSON with letters as they are, so that they can be searched."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "ensure_ascii": False})


DATASET = "dataset"
"""The kind of a source that is a dataset's file."""


class Source(models.Model):
    """One version of something that says something: a document, or a file of a dataset, whose reports are its rows."""

    id = models.CharField(primary_key=True, max_length=16)
    origin = models.TextField(db_index=True)  # where it was found: the same for all its versions
    kind = models.CharField(max_length=16, default="document")
    title = models.TextField(blank=True)
    publisher = models.TextField(blank=True)
    date = models.CharField(max_length=10, null=True)
    lang = models.CharField(max_length=8, null=True)
    url = models.TextField(blank=True)
    licence = models.TextField(blank=True)
    path = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64)  # of title and text
    fingerprint = models.CharField(max_length=64, db_index=True)  # of all that it says, with its particulars
    version = models.PositiveIntegerField()
    current = models.BooleanField()
    added = models.DateTimeField()
    text = models.TextField()  # empty for a dataset, whose rows are quoted whole

    @property
    def voice(self) -> str:
        """Who tells it: the document, or the dataset, whichever of its files this is."""
        return self.origin.partition("#")[0] if self.kind == DATASET else self.origin

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["origin", "fingerprint"], name="source_version_once"),
            models.UniqueConstraint(
                fields=["origin"], condition=models.Q(current=True), name="source_one_current_version"
            ),
        ]


class Coverage(models.Model):
    """What a dataset's file covers, as its card or its importer declares, and what became of its rows."""

    source = models.OneToOneField(Source, models.PROTECT)
    dataset = models.CharField(max_length=32)
    version = models.CharField(max_length=32)
    first = models.CharField(max_length=10)  # days
    last = models.CharField(max_length=10)
    places = models.TextField(blank=True)  # codes with a space between, or "world"; empty where nobody's are whole
    instruments = models.TextField(blank=True)  # of which no row means that there was none, likewise
    population = models.TextField(blank=True)  # of whom one takes part in everything; empty for anybody
    note = models.TextField(blank=True)
    rows = models.PositiveIntegerField()
    rejects = models.JSONField(default=dict)  # how many rows gave no report, by reason


class Activity(models.Model):
    """What happened: the reports of one event, with the fields decided (`atase.register.deciding`)."""

    class State(models.TextChoices):
        """Who stands behind it: machines only, or a person for or against."""

        CANDIDATE = "candidate"
        CONFIRMED = "confirmed"
        REJECTED = "rejected"

    class Standing(models.TextChoices):
        """What it rests on now."""

        CURRENT = "current"  # reports in the newest versions of their sources
        HISTORY = "history"  # reports of older versions only, and a person's decision
        NOTHING = "nothing"  # its sources say so no longer: kept for its id and its history

    id = models.CharField(primary_key=True, max_length=16)
    founder = models.CharField(max_length=32, db_index=True)  # stands for its first report
    founded = models.DateTimeField()
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="absorbed")
    standing = models.CharField(max_length=8, choices=Standing, default=Standing.CURRENT)
    state = models.CharField(max_length=9, choices=State, default=State.CANDIDATE)
    instrument = models.CharField(max_length=32)
    group = models.CharField(max_length=32)
    stage = models.CharField(max_length=16)
    date = models.CharField(max_length=10, null=True)
    day = models.DateField(null=True, db_index=True)
    end = models.CharField(max_length=10, null=True)
    reported = models.DateField(null=True)
    place = models.TextField(null=True)
    series = models.TextField(null=True)
    depth = models.CharField(max_length=32, null=True)
    themes = models.TextField(blank=True)  # codes with a space between
    codes = models.TextField(blank=True)  # of its parties, likewise
    confidence = models.FloatField(default=0)
    reports = models.PositiveIntegerField(default=0)
    sources = models.PositiveIntegerField(default=0)
    # For lists (`atase.register.listing`):
    position = models.BigIntegerField(null=True, unique=True)  # its place in time; null where it counts no longer
    last = models.DateField(null=True)  # the last day that it may be on
    changed = models.BigIntegerField(default=0)  # the revision that changed it last
    priority = models.FloatField(null=True)  # for review; null where a person has decided
    concerns = models.TextField(blank=True)  # why a person should look at it, with a space between

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=[field, "position"], name=f"activity_by_{field}")
            for field in ("confidence", "sources", "changed", "priority")
        ]


class Mark(models.Model):
    """The one row that tells how far the register is."""

    revision = models.BigIntegerField(default=0)  # one more with every write
    listed = models.PositiveIntegerField(default=0)  # the version of `atase.register.listing` that filled the lists


class Party(models.Model):
    """A state or organisation in an activity, and its role."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="parties")
    code = models.CharField(max_length=16)
    role = models.CharField(max_length=16)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["code", "activity"], name="party_by_code")]


class Report(models.Model):
    """One claim in one version of a source."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="reports")
    ordinal = models.PositiveIntegerField()  # its place among the reports of its source, from 1
    key = models.CharField(max_length=32, db_index=True)  # the same in the next version that still says so
    activity = models.ForeignKey(Activity, models.PROTECT, null=True, related_name="told_by")
    event = models.CharField(max_length=32, null=True)  # where a dataset says which rows tell one event
    current = models.BooleanField(default=True)  # whether its source's newest version has it
    withdrawn = models.BooleanField(default=False)  # whether a newer reader, or the person who added it, took it back
    instrument = models.CharField(max_length=32)
    stage = models.CharField(max_length=16)
    date = models.CharField(max_length=10, null=True)
    end = models.CharField(max_length=10, null=True)
    place = models.TextField(null=True)
    series = models.TextField(null=True)
    depth = models.CharField(max_length=32, null=True)
    themes = models.TextField(blank=True)
    parties = models.JSONField()  # [[code, role], ...]
    evidence = models.JSONField(encoder=Readable)  # [{start, end, quote}, ...]
    quantities = models.JSONField(default=list)  # [[amount, of], ...]
    detail = models.JSONField(default=dict)
    coder = models.CharField(max_length=64)
    coder_version = models.CharField(max_length=32)
    confidence = models.FloatField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["source", "ordinal"], name="report_once"),
        ]

    @property
    def identifier(self) -> str:
        """What it is called outside the register."""
        return f"{self.source_id}-{self.ordinal}"


class Block(models.Model):
    """Finds the reports that may tell the same event: by two of the parties, kind of act and days."""

    report = models.ForeignKey(Report, models.CASCADE)
    pair = models.CharField(max_length=33)
    family = models.CharField(max_length=32)
    voice = models.CharField(
        max_length=32, default=""
    )  # stands for its source; empty where that may tell the event twice
    first = models.IntegerField()  # proleptic Gregorian ordinals
    last = models.IntegerField()

    class Meta:
        indexes: ClassVar = [  # of all columns, so that merging reads the index alone
            models.Index(fields=["pair", "family", "first", "last", "voice", "report"], name="block_cover")
        ]


class Doubt(models.Model):
    """Two reports that may tell the same event, too unlike to be merged without a person."""

    left = models.ForeignKey(Report, models.CASCADE, related_name="+")
    right = models.ForeignKey(Report, models.CASCADE, related_name="+")
    score = models.FloatField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["left", "right"], name="doubt_once")]
        indexes: ClassVar = [models.Index(fields=["-score", "id"], name="doubt_by_score")]


class Decision(models.Model):
    """What a person decided about an activity: who, when, what, why. Undone by a later one, never erased."""

    class Action(models.TextChoices):
        """What can be decided."""

        CONFIRM = "confirm"
        REJECT = "reject"
        CORRECT = "correct"
        MERGE = "merge"
        REFUSE = "refuse"
        UNSURE = "unsure"
        SPLIT = "split"
        REPORT = "report"
        UNDO = "undo"

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="decisions")
    action = models.CharField(max_length=8, choices=Action)
    other = models.ForeignKey(Activity, models.PROTECT, null=True, related_name="compared")
    report = models.ForeignKey("Report", models.PROTECT, null=True, related_name="added_by")  # that a person added
    fields = models.JSONField(default=dict)  # the values that a correction sets, by name
    who = models.TextField()
    when = models.DateTimeField(db_index=True)
    why = models.TextField(blank=True)
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")
    revision = models.BigIntegerField(default=0)  # of the register, that it made


class Judgement(models.Model):
    """A decision's word on two reports, by their keys: so that it outlives new versions of the text."""

    class Verdict(models.TextChoices):
        """Whether they tell the same event."""

        SAME = "same"
        DIFFERENT = "different"
        UNSURE = "unsure"

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="judgements")
    left = models.CharField(max_length=32, db_index=True)
    right = models.CharField(max_length=32, db_index=True)
    verdict = models.CharField(max_length=9, choices=Verdict)
