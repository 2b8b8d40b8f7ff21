"""What several families draw with: SVG words, vector art, subjects, places, mediums, Korean."""
