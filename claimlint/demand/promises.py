"""The claims of a document that are demand: affirmed promises of what a product does or holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from claimlint.claim import LANGUAGE_KINDS
from claimlint.configuration.model import DEFAULT_CHANNEL
from claimlint.manifest.model import Product
from claimlint.opening import Opened
from claimlint.rules.situation import Situation
from claimlint.wanted import Why


@dataclass(frozen=True)
class Promise:
    """A claim as demand. channel: where its document stands; internal: nobody checks that channel.

    case: the claim with what it is judged by. What colleagues note is held against public copy, which it may become.
    """

    case: Situation
    channel: str
    internal: bool

    @property
    def path(self) -> str:
        """The document."""
        return self.case.claim.path

    @property
    def start(self) -> int:
        """The source offset of the words that promise it: of what is ruled out these words, whatever claims they are part of."""
        if self.why == "ruled-out" and self.case.not_claimed:
            return self.case.claim.block.source_map.source_range(*self.case.not_claimed)[0]
        return self.case.claim.start

    @cached_property
    def why(self) -> Why | None:
        """Why no gate will allow it; None of what waits for a gate or has passed it."""
        if self.case.capability and self.case.capability.state != "active":
            return "withdrawn"
        if self.case.certification_status == "refused":
            return "refused"
        if self.case.not_claimed:
            return "ruled-out"
        return "unknown" if self.case.subject is None else None

    @property
    def early(self) -> bool:
        """Whether a document that others read promises it more firmly than is allowed on the day; what no gate allows is not early."""
        if self.internal or self.why:
            return False
        if self.case.certification_status:
            return not self.case.may_be_stated and not self._called_pending
        return not self.case.allows(self.case.claim.strength)

    @property
    def _called_pending(self) -> bool:
        return self.case.certification_status == "pending" and self.case.claim.strength not in ("guarantee", "assertion")


def promises_of(opened: Opened) -> Iterator[Promise]:
    """Yield the claims of a document that are demand, in the order of their places.

    What is denied asks for nothing. Superlatives and their like are a matter of evidence, and offers of the product itself a matter of
    its dates: neither asks for a capability.
    """
    policy = opened.bench.rules.policy
    channel = opened.checked.channel
    internal = not policy.channels[channel].checked
    for claim in opened.reading.claims if opened.reading else ():
        case = Situation(claim, opened.bench.manifest, DEFAULT_CHANNEL if internal else channel, policy, opened.day)
        if claim.polarity == "affirmed" and claim.kind not in LANGUAGE_KINDS and not isinstance(case.subject, Product):
            yield Promise(case, channel, internal)
