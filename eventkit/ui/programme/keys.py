"""The keys that move sessions, in the grid and in the list alike."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

SNAPS = (1, 5, 10, 15)
"""Minutes that moves keep to."""
USUAL_SNAP = 5
ALT_STEPS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
"""Rooms and snaps by arrow."""


def moves(event: QKeyEvent) -> bool:
    """Whether a key moves a session."""
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) and Qt.Key(event.key()) in ALT_STEPS
