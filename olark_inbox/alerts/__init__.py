"""Pure rules: a change, the settings and a clock give an alert or nothing."""
