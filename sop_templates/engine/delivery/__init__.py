"""The delivery to the samenwerkingsverband, and its check on arrival."""
