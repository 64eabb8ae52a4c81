"""How a finished Word file is read: XML in, plain values out."""
