"""Where texts begin and end in a window that reads from left to right, or from right to left."""

from PySide6.QtCore import Qt


def sides(direction: Qt.LayoutDirection) -> tuple[Qt.AlignmentFlag, Qt.AlignmentFlag]:
    """Where texts begin and end in a window; each text runs in its own direction there."""
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    return (right, left) if direction == Qt.LayoutDirection.RightToLeft else (left, right)
