"""Document to reports: pure functions of the text, with no database, network or clock."""
