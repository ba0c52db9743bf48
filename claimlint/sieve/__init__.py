"""The sieve: which stretches of a document can hold a claim at all, told from their words, before anything is parsed."""
