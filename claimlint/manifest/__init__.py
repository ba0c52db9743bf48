"""The capability manifest: loading it with every problem in its place, the ladder of gates, copies, tables and the schema."""
