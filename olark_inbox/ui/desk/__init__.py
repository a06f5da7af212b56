"""Between the store and the window: news come in, the owner's wishes go out."""
