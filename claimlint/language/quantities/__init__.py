"""Quantities in running text: numbers with units, counts, ranges, dimensions and bounds.

Only the text is read; what a quantity speaks of is decided later, where the capability is known.
"""

from claimlint.language.quantities.finding import find_quantities
from claimlint.language.quantities.quantity import Quantity

__all__ = ["Quantity", "find_quantities"]
