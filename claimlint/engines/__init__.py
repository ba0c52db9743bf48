"""Ways to check more copy than one computer reads in good time. What is found is the same as what `claimlint.check` finds."""
