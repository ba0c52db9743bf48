"""Rules: which claims are reported, and in which words."""
