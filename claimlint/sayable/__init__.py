"""What may be said today: the manifest and the policy turned into a briefing for those who write, without reading any copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claimlint.bench import load_manifest_and_rules
from claimlint.briefing import Briefing, ChannelBriefing, Copied, Superlative
from claimlint.configuration.model import DEFAULT_CHANNEL, Configuration
from claimlint.errors import COMMAND_LINE, InputError
from claimlint.folding import contains_wording
from claimlint.manifest.ladder import expired_parts
from claimlint.manifest.lock import describe_age
from claimlint.manifest.model import Manifest, Product
from claimlint.positioned_yaml import nearest
from claimlint.rules.phrases import load_phrases
from claimlint.rules.policy import Policy
from claimlint.sayable.products import product_briefing

__all__ = ["briefing", "sayable"]


def sayable(configuration: Configuration, channels: Sequence[str], product: str | None, day: date) -> Briefing:
    """Load what a configuration names, and say what copy may say on a day; as `briefing`, which see."""
    manifest, rules = load_manifest_and_rules(configuration)
    found = briefing(manifest, rules.policy, channels, product, day)
    return replace(found, stale=describe_age(manifest, configuration.max_age, day))


def briefing(manifest: Manifest, policy: Policy, channels: Sequence[str], product: str | None, day: date) -> Briefing:
    """Say what copy may say on a day.

    channels: of the policy; none stands for public, as with every document that nobody says more about. product: its id, its name or
    an alias; None stands for all. Raises InputError for a channel or a product that there is not.
    """
    asked = tuple(dict.fromkeys(channels)) or (DEFAULT_CHANNEL,)
    unknown = [name for name in asked if name not in policy.channels]
    if unknown:
        raise InputError(
            COMMAND_LINE.problem("--channel", name, f'"{name}" is no channel.', nearest(name, policy.channels)) for name in unknown
        )
    products = _products(manifest, product)
    return Briefing(
        as_of=day,
        manifests=tuple(path for path, _ in manifest.files),
        copies=tuple(Copied(lock.source, lock.revision, lock.day) for lock in manifest.locks),
        strengths={strength: words["done"] for strength, words in load_phrases().strengths.items()},
        channels=tuple(_channel(manifest, policy, name, products, day) for name in asked),
        superlatives=_superlatives(manifest, day),
        not_claimed=manifest.not_claimed,
        other_channels=tuple(name for name, channel in policy.channels.items() if channel.checked and name not in asked),
    )


def _channel(manifest: Manifest, policy: Policy, name: str, products: Sequence[Product | None], day: date) -> ChannelBriefing:
    channel = policy.channels[name]
    described = [product_briefing(manifest, policy, name, product, day) for product in products] if channel.checked else []
    return ChannelBriefing(name, channel.place, channel.checked, tuple(described))


def _products(manifest: Manifest, asked: str | None) -> tuple[Product | None, ...]:
    """Give the products that are asked for; None where the manifest names no product, so that its capabilities are nobody's."""
    if asked is None:
        return tuple(manifest.products.values()) or (None,)
    called = {name: product for product in manifest.products.values() for name in (product.name, *product.aliases, product.id)}
    found = next((product for name, product in called.items() if name.casefold() == asked.strip().casefold()), None)
    if found is None:
        raise InputError(COMMAND_LINE.problem("--product", asked, f'"{asked}" is no product of the manifest.', nearest(asked, called)))
    return (found,)


def _superlatives(manifest: Manifest, day: date) -> tuple[Superlative, ...]:
    """Give the words for which there is evidence, those whose evidence has lapsed last; none that the manifest rules out."""
    found = (
        Superlative(
            wordings=tuple(wording for wording in entry.wording if not any(contains_wording(wording, no) for no in manifest.not_claimed)),
            pattern=entry.pattern,
            last_day=entry.until,
            lapsed=bool(expired_parts(manifest, entry, day)),
        )
        for entry in manifest.substantiation.values()
    )
    return tuple(sorted((each for each in found if each.wordings or each.pattern), key=lambda each: each.lapsed))
