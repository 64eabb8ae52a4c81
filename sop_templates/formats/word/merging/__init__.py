"""How Word's merge fields are found, filled and joined to one file; the filling is docx-mailmerge2's."""
