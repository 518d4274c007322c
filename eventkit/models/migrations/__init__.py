"""Scripts that bring an older kit to the newest schema; one that changes a content table changes its images too."""
