"""Readers of office files: Word, slides, spreadsheets (ECMA-376, Office Open XML) and OpenDocument (ISO/IEC 26300)."""
