"""The board's summary of all its schools: workbook, report, page and numbers."""
