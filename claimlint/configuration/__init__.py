"""How a content repository is checked: found upwards from each file, read with places, overridden by the command line."""

from claimlint.configuration.model import (
    CHANNELS,
    DEFAULT_CHANNEL,
    FAIL_ON,
    Configuration,
    FailOn,
    Overrides,
    Settings,
)
from claimlint.configuration.search import ConfigurationSearch, NothingToCheckAgainst

__all__ = [
    "CHANNELS",
    "DEFAULT_CHANNEL",
    "FAIL_ON",
    "Configuration",
    "ConfigurationSearch",
    "FailOn",
    "NothingToCheckAgainst",
    "Overrides",
    "Settings",
]
