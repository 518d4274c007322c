"""Print: text, fonts, pages and the documents made of them."""
