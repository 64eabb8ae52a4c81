"""What a SOP is: models, answers, rules. No Office, no file, no clock."""
