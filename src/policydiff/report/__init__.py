"""A `Comparison` or a `Document` as others read it: one module a format, each of pure functions."""
