"""What was found before, kept on disk: copy that has not changed is neither read nor linked again."""
