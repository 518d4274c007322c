"""The sample's camp in the window, for tests that keep what they do."""

from PySide6.QtCore import QPoint, QRect

from eventkit.domain.programme import EventSummary, Session
from eventkit.services.programme import programme
from eventkit.ui.programme.page import ProgrammePage
from eventkit.ui.workspace import Workspace

RADIO = "A radio in a shoebox"


class Camp:
    """The camp's programme as a grid."""

    def __init__(self, workspace: Workspace, camp: EventSummary) -> None:
        self.workspace, self.id = workspace, camp.id
        workspace.show_event(camp.id)
        workspace.show_grid()
        self.page: ProgrammePage = workspace.programme

    def sessions(self) -> tuple[Session, ...]:
        return self.workspace.desk.read(programme, self.id).sessions

    def session(self, title: str) -> Session:
        return next(session for session in self.sessions() if session.title == title)

    def rect(self, title: str) -> QRect:
        grid = self.page.grid
        row = grid.sessions.row_of(self.session(title).id)
        assert row is not None
        return grid.visualRect(grid.sessions.index(row))

    def row_at(self, title: str) -> QPoint:
        tray = self.page.side.tray
        row = next(number for number, row in enumerate(tray.rows.rows) if row.title == title)
        return tray.visualRect(tray.rows.index(row)).center()

    def at(self, title: str) -> str:
        session = self.session(title)
        rooms = ", ".join(str(room) for room in session.room_ids)
        return "no time" if session.start is None else f"{session.start:%H:%M} {rooms}"
