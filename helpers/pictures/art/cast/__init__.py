"""The art of the family `character`: heads, bodies, clothes, faces and props."""
