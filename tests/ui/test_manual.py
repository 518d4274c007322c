from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument

from eventkit.ui.manual import WIDTH
from eventkit.ui.workspace import Workspace


def test_pictures_are_as_wide_as_the_text(workspace: Workspace) -> None:
    workspace.show_manual()
    text = workspace.manual.text
    text.setSource(QUrl("programme.md"))
    picture = text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("images/programme.png"))
    assert isinstance(picture, QImage)
    assert WIDTH * 0.8 < picture.width() / picture.devicePixelRatio() < WIDTH
    assert text.document().idealWidth() <= WIDTH
    assert "Look at the programme" in text.toPlainText()
