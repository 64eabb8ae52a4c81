"""Office files in, plain values out, and back. No rule of the SOP."""
