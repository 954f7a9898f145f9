"""One file for each page: a documented frozen dataclass and the function that makes it from the store."""
