"""Help with searching: completion, filters by mouse, searches that are kept."""
