"""`python -m claimlint` is `claimlint`."""

import sys

from claimlint.cli import main

if __name__ == "__main__":
    sys.exit(main())
