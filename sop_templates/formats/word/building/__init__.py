"""How the Word file of a model is made from blocks and controls, and looked at again after an owner."""
