"""How pages for parents are written: plain values in, HTML out."""
