"""From YAML files to checked, typed law."""
