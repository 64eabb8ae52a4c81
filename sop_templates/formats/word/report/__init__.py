"""The board's report in Word: its template, its charts, how it is filled in."""
