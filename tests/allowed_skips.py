"""The reasons for which tests may be skipped everywhere, with CLAIMLINT_NO_SKIP=1 as well."""

from __future__ import annotations

NO_SCHEMAS = "the published schemas are no part of the checkout"
NO_SITE = "the site is built with Python 3.11 or later"
ALLOWED = (NO_SCHEMAS, NO_SITE)
