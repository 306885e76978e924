"""A card (TOML) and an importer for each dataset, both by its name."""
