"""What charts are drawn with: colours, locales, words."""
