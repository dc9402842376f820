"""How posts are written down: the files of archives, the rows of tables, and the encodings of text."""
