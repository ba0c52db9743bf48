"""reStructuredText: blocks, directives, tables and inline markup."""
