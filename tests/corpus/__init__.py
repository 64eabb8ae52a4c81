"""How a finished control must be read: every case in every story, with the right answers."""
