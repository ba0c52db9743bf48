"""PDF, by where its letters stand on the pages."""
