"""What every part of the window is made of: tokens, shapes, buttons, forms, words, times."""
