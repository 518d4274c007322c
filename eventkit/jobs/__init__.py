"""What a face starts and waits for: files on disk, the worker process, progress and cancel."""
