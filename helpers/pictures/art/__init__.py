"""What the families are drawn with: art as data and markup, parts that can be exchanged. It knows no facts."""
