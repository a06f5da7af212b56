"""The window itself: places, list column, strip, menus, and what stands in them."""
