"""AsciiDoc: blocks, lists, tables and inline markup."""
