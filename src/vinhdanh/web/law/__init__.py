"""What the pages of the law show: questions to the lawbook, answers ready for a template."""
