"""A real Dovecot in a folder of its own, on free ports, for root and for others."""

import grp
import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from types import TracebackType
from typing import Self

from tests.servers.certificates import ServerCertificate

PROGRAM = Path("/usr/sbin/dovecot")
READY_WITHIN = 10.0
STOP_WITHIN = 2.5
PASSWORD = "open sesame"
MAIL_ID = 5000
"""The user and group that own the mail when the server is started by root."""


@dataclass(frozen=True, slots=True)
class Account:
    """A user of the server."""

    name: str
    password: str
    home: Path

    @property
    def maildir(self) -> Path:
        """Return the folder that the server keeps this user's mail in."""
        return self.home / "Maildir"

    def own(self, path: Path) -> None:
        """Let *path* belong to the user that the server keeps mail as."""
        if os.getuid() == 0:
            shutil.chown(path, MAIL_ID, MAIL_ID)


@dataclass(slots=True)
class Dovecot:
    """One server; use it as a context manager."""

    certificate: ServerCertificate
    imap_port: int = 0
    imaps_port: int = 0
    lmtp_port: int = 0
    folder: Path = field(default_factory=lambda: Path(mkdtemp(prefix="dovecot-")))
    """Short, because paths of sockets must be, and open to the server's workers."""
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def __enter__(self) -> Self:
        """Start the server and wait until it greets."""
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the server and remove its folder."""
        self.stop()
        shutil.rmtree(self.folder)

    def start(self) -> None:
        """Write the configuration, start the server, wait until it greets."""
        if not PROGRAM.exists():
            message = (
                f"{PROGRAM} is missing. These tests talk to a real mail server: "
                "install the packages dovecot-imapd and dovecot-lmtpd, then try again."
            )
            raise FileNotFoundError(message)
        self.folder.chmod(0o711)
        self._mail.mkdir(exist_ok=True)
        if os.getuid() == 0:
            shutil.chown(self._mail, MAIL_ID, MAIL_ID)
        self._users.mkdir(exist_ok=True)
        if self.imap_port == 0:
            self.imap_port, self.imaps_port, self.lmtp_port = free_ports(3)
        self._settings.write_text(self._configuration(), encoding="utf-8")
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [str(PROGRAM), "-F", "-c", str(self._settings)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait_for_greeting(self._process)

    def stop(self) -> None:
        """Ask the server to end and wait for it."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            # It waits for clients that went away while they greeted each other.
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def add_account(self, name: str, password: str = PASSWORD) -> Account:
        """Return a new account with an empty mailbox."""
        account = Account(name, password, self._mail / name)
        user, group = _mail_ids()
        line = f"{name}:{{PLAIN}}{password}:{user}:{group}::{account.home}::\n"
        # A file for each, because a shared one is read again once a second at most.
        (self._users / name).write_text(line, encoding="utf-8")
        return account

    def log(self) -> str:
        """Return what the server has written to its log."""
        return self._log.read_text("utf-8", "replace")

    @property
    def _log(self) -> Path:
        return self.folder / "dovecot.log"

    @property
    def _mail(self) -> Path:
        return self.folder / "mail"

    @property
    def _users(self) -> Path:
        return self.folder / "users"

    @property
    def _settings(self) -> Path:
        return self.folder / "dovecot.conf"

    def _wait_for_greeting(self, process: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + READY_WITHIN
        while time.monotonic() < until and process.poll() is None:
            with suppress(OSError):
                address = ("127.0.0.1", self.imap_port)
                with socket.create_connection(address, 1) as probe:
                    greeted = probe.recv(64).startswith(b"* OK")
                # Were the port taken, somebody else would have greeted.
                if greeted and (self.folder / "run/master.pid").exists():
                    return
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.01)
        self.stop()
        message = f"Dovecot did not start. Its log says:\n{self.log()}"
        raise RuntimeError(message)

    def _configuration(self) -> str:
        text = _CONFIGURATION.format(
            folder=self.folder,
            certificate=self.certificate.certificate,
            key=self.certificate.key,
            imap_port=self.imap_port,
            imaps_port=self.imaps_port,
            lmtp_port=self.lmtp_port,
            no_chroot="" if os.getuid() == 0 else "chroot =",
        )
        if os.getuid() == 0:
            return text
        me = pwd.getpwuid(os.getuid()).pw_name
        group = grp.getgrgid(os.getgid()).gr_name
        return text + _WITHOUT_ROOT.format(user=me, group=group)


def free_ports(count: int) -> list[int]:
    """Return *count* ports of the loopback address that nobody listens on."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def _mail_ids() -> tuple[int, int]:
    if os.getuid() == 0:
        return MAIL_ID, MAIL_ID
    return os.getuid(), os.getgid()


_CONFIGURATION = """\
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
disable_plaintext_auth = no
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:~/Maildir
mail_fsync = never
first_valid_uid = 1
default_vsz_limit = 1G
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {folder}/users/%u
}}
userdb {{
  driver = passwd-file
  args = username_format=%u {folder}/users/%u
}}
namespace inbox {{
  inbox = yes
  mailbox Sent {{
    special_use = \\Sent
    auto = create
  }}
  mailbox Archive {{
    special_use = \\Archive
    auto = create
  }}
  mailbox Drafts {{
    special_use = \\Drafts
    auto = create
  }}
}}
service imap-login {{
  {no_chroot}
  process_min_avail = 1
  inet_listener imap {{
    address = 127.0.0.1
    port = {imap_port}
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {imaps_port}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp_port}
  }}
}}
service anvil {{
  {no_chroot}
  # Without this, every wrong password makes the next sign-in of this host slower.
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  {no_chroot}
}}
protocol imap {{
  mail_max_userip_connections = 600
}}
"""

_WITHOUT_ROOT = """\
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
"""
