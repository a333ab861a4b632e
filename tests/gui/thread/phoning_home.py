"""Forty ways in which the HTML of a mail may phone home, and a server that listens."""

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

WAYS = (
    '<img src="{home}/img">',
    '<img srcset="{home}/srcset 2x">',
    '<img lowsrc="{home}/lowsrc" dynsrc="{home}/dynsrc">',
    '<picture><source srcset="{home}/source"><img alt="x"></picture>',
    '<input type="image" src="{home}/input">',
    '<body background="{home}/body">',
    '<table background="{home}/table"><tr><td>x</td></tr></table>',
    '<td background="{home}/cell">x</td>',
    '<link rel="stylesheet" href="{home}/sheet.css">',
    '<link rel="icon" href="{home}/icon">',
    '<link rel="prefetch" href="{home}/prefetch">',
    '<link rel="preload" as="image" href="{home}/preload">',
    '<link rel="preconnect" href="{home}/preconnect">',
    '<link rel="dns-prefetch" href="{home}/dns">',
    '<link rel="import" href="{home}/import">',
    '<link rel="manifest" href="{home}/manifest">',
    '<style>@import url("{home}/imported.css");</style>',
    "<style>body {{ background: url({home}/background) }}</style>",
    '<style>@font-face {{ font-family: a; src: url("{home}/font") }}</style>',
    "<style>li {{ list-style-image: url({home}/bullet) }}</style>",
    "<style>p::after {{ content: url({home}/content) }}</style>",
    '<div style="background-image: url({home}/style)">x</div>',
    '<div style="border-image: url({home}/border)">x</div>',
    '<div style="cursor: url({home}/cursor), auto">x</div>',
    "<div style=\"width: expression(new Image().src='{home}/expression')\">x</div>",
    '<script src="{home}/script.js"></script>',
    '<script>new Image().src = "{home}/image"; fetch("{home}/fetch");</script>',
    '<script type="module">import "{home}/module.js";</script>',
    '<img src="data:," onerror="this.src=\'{home}/onerror\'">',
    "<body onload=\"location='{home}/onload'\">",
    '<iframe src="{home}/iframe"></iframe>',
    "<iframe srcdoc=\"<img src='{home}/srcdoc'>\"></iframe>",
    '<frameset><frame src="{home}/frame"></frameset>',
    '<object data="{home}/object"></object>',
    '<embed src="{home}/embed">',
    '<applet code="a" archive="{home}/applet.jar"></applet>',
    '<audio src="{home}/audio" autoplay></audio>',
    '<video src="{home}/video" poster="{home}/poster" autoplay></video>',
    '<video><track src="{home}/track" default></video>',
    '<svg><image href="{home}/svg" xlink:href="{home}/xlink"/></svg>',
    '<svg><use href="{home}/use#a"/><script href="{home}/svgscript"/></svg>',
    '<svg><style>@import "{home}/svg.css";</style></svg>',
    '<math><mi xlink:href="{home}/math">x</mi></math>',
    '<meta http-equiv="refresh" content="0;url={home}/refresh">',
    '<base href="{home}/base/"><img src="relative">',
    '<form action="{home}/form"><input autofocus onfocus="form.submit()"></form>',
    '<a href="{home}/a" ping="{home}/ping">click</a>',
    '<area href="{home}/area">',
    '<blockquote cite="{home}/cite">x</blockquote>',
    '<bgsound src="{home}/bgsound">',
    '<layer src="{home}/layer"></layer>',
    '<xml src="{home}/xml"></xml>',
    '<!--[if mso]><v:fill src="{home}/vml"/><![endif]-->',
    '<?xml-stylesheet href="{home}/xsl"?>',
    '<!DOCTYPE html SYSTEM "{home}/dtd">',
    '<p style="behavior: url({home}/behaviour)">x</p>',
)


class Home:
    """Hears whoever calls; use it as a context manager."""

    def __init__(self) -> None:
        self.calls = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._listen, daemon=True)

    @property
    def address(self) -> str:
        """Return what a page has to ask for to be heard."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        """Begin to listen."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop listening."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                caller, _ = self._listener.accept()
                self.calls += 1
                caller.close()


def page(home: str) -> str:
    """Return one page that tries everything."""
    return "\n".join(f"<p>before</p>{way}" for way in WAYS).format(home=home)
