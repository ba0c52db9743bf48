"""How a content repository is checked: found upwards from each file, read with places, overridden by the command line."""

from claimlint.configuration.model import (
    CHANNELS,
    DEFAULT_CHANNEL,
    DEFAULT_CONFIDENCE,
    FAIL_ON,
    Configuration,
    FailOn,
    Overrides,
    Settings,
)

__all__ = [
    "CHANNELS",
    "DEFAULT_CHANNEL",
    "DEFAULT_CONFIDENCE",
    "FAIL_ON",
    "Configuration",
    "FailOn",
    "Overrides",
    "Settings",
]
