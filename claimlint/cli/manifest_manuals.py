"""What help says of `claimlint manifest` and its commands below their options."""

from __future__ import annotations

from claimlint.cli.manual import READ_FILES, Example, Manual

MANIFEST = Manual(files=("capabilities.yaml", "capabilities.lock.yaml"), see_also=("init", "check"))

CHECK = Manual(
    examples=(
        Example("Check the nearest manifest", "claimlint manifest check"),
        Example("What will have expired by the launch?", "claimlint manifest check --as-of 2027-02-15"),
    ),
    exits={0: "It can be used; what has expired is told.", 2: "It is wrong; everything that is wrong is told."},
    see_also=("manifest show", "manifest schema"),
)

REVIEW = Manual(
    examples=(
        Example("What does the manifest change that is about to be committed?", "claimlint manifest review"),
        Example("Refuse what makes copy wrong", "claimlint manifest review capabilities.yaml --fail-on error"),
    ),
    exits={
        0: "The manifests can be used.",
        1: "With --fail-on: a promise becomes wrong.",
        2: "A manifest or a configuration is wrong. With --fail-on: or nobody could tell what becomes of copy.",
    },
    files=READ_FILES,
    see_also=("manifest check", "manifest diff"),
)

SHOW = Manual(
    examples=(Example("Show what has passed which gate", "claimlint manifest show"),),
    exits={0: "It was shown.", 2: "The manifest is wrong."},
    see_also=("manifest check", "sayable"),
)

SCHEMA = Manual(examples=(Example("Write it where editors find it", "claimlint manifest schema"),), exits={0: "It was printed."})

LOCK = Manual(
    examples=(
        Example("Write a copy for the repository of the website", "claimlint manifest lock --output website/capabilities.lock.yaml"),
        Example("Is the copy up to date?", "claimlint manifest lock --check --output website/capabilities.lock.yaml"),
    ),
    exits={
        0: "The copy is written, or up to date.",
        1: "With --check: it is out of date.",
        2: "Something could not be read or written.",
    },
    files=("capabilities.yaml", "capabilities.lock.yaml"),
    see_also=("manifest diff",),
)

IMPORT = Manual(
    examples=(
        Example("See what a table of requirements makes", "claimlint manifest import requirements.csv"),
        Example(
            "Say which column holds the evidence, and write it",
            'claimlint manifest import requirements.csv --map "evidence=Test report" --output imported.yaml',
        ),
    ),
    exits={0: "The manifest was written, or printed.", 2: "The file cannot be read, or is no such table."},
    see_also=("init", "manifest check", "manifest show"),
)

SUGGEST = Manual(
    examples=(
        Example("Show what could be added, and for which promises", "claimlint manifest suggest"),
        Example("Only names that link two promises or more", "claimlint manifest suggest docs --at-least 2"),
    ),
    exits={0: "All documents were read.", 2: "One could not be read."},
    files=READ_FILES,
    see_also=("extract", "demand"),
)

DIFF = Manual(
    examples=(
        Example(
            "What does a change do to copy that is not committed yet?",
            "claimlint manifest diff HEAD:capabilities.yaml capabilities.yaml",
        ),
        Example("As a comment on a pull request", "claimlint manifest diff HEAD:capabilities.yaml next.yaml docs --format markdown"),
    ),
    exits={
        0: "Nothing becomes wrong at or above --fail-on.",
        1: "Something does.",
        2: "A manifest, a revision, the configuration, the rules or a document could not be read.",
    },
    files=(".claimlint.yaml",),
    see_also=("check", "manifest lock"),
)
