"""A real public front on this computer: sshd, `ssh -R` and nginx with TLS, on free ports."""

import getpass
import os
import shutil
import socket
import ssl
import subprocess
import threading
from pathlib import Path

from aiohttp.abc import AbstractResolver

from tests.ports import free_port, listens

NAME = "inbox.shop.example"
CLIENT = "X-Test-Client"
SBIN = "/usr/sbin:/usr/local/sbin"
WAIT_S = 120.0


def program(name):
    """Return where a program is, also where only the administrator looks."""
    return shutil.which(name) or shutil.which(name, path=SBIN)


MISSING = [name for name in ("sshd", "ssh", "ssh-keygen", "nginx", "openssl") if not program(name)]


def run(*command):
    subprocess.run(command, check=True, capture_output=True)


class Here(AbstractResolver):
    """Finds the front's name on this computer; nothing else is asked for."""

    async def resolve(self, host, port=0, family=socket.AF_INET):
        assert host == NAME
        return [
            {"hostname": host, "host": "127.0.0.1", "port": port, "family": socket.AF_INET,
             "proto": 0, "flags": 0}
        ]  # fmt: skip

    async def close(self):
        """Nothing to close."""


class Front:
    """`connect(port)` leads the public address to a port of this computer, `cut()` ends that."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._running = []
        self._tunnel = None
        self.ssh_port, self.inner, self.tls_port = free_port(), free_port(), free_port()
        self._make_keys()
        self._start_sshd()
        self._start_nginx()

    @property
    def address(self):
        return f"https://{NAME}:{self.tls_port}"

    @property
    def trust(self):
        return ssl.create_default_context(cafile=self._folder / "front.pem")

    def connect(self, port):
        """Lead the front to `port`, as `ssh -R` from the shop would."""
        self._tunnel = self._start(
            program("ssh"), "-N", "-F", "none", "-p", str(self.ssh_port),
            "-i", str(self._folder / "user"), "-o", "StrictHostKeyChecking=no",
            "-o", "UserKnownHostsFile=/dev/null", "-o", "ExitOnForwardFailure=yes",
            "-o", "BatchMode=yes", "-R", f"127.0.0.1:{self.inner}:127.0.0.1:{port}",
            f"{getpass.getuser()}@127.0.0.1",
        )  # fmt: skip
        self._until(lambda: listens(self.inner), self._tunnel)

    def cut(self):
        """Cut the tunnel; the front stays."""
        self._tunnel.kill()
        self._tunnel.wait()
        self._running.remove(self._tunnel)
        self._until(lambda: not listens(self.inner))

    def close(self):
        for process in reversed(self._running):
            process.terminate()
            process.wait()

    def _make_keys(self):
        for name in ("host", "user"):
            key = str(self._folder / name)
            run(program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", key)
        (self._folder / "authorized").write_bytes((self._folder / "user.pub").read_bytes())
        run(
            program("openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt",
            "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", f"/CN={NAME}",
            "-addext", f"subjectAltName=DNS:{NAME}",
            "-keyout", str(self._folder / "front.key"), "-out", str(self._folder / "front.pem"),
        )  # fmt: skip

    def _start_sshd(self):
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        config = self._folder / "sshd_config"
        config.write_text(
            f"Port {self.ssh_port}\nListenAddress 127.0.0.1\nHostKey {self._folder}/host\n"
            f"AuthorizedKeysFile {self._folder}/authorized\nPidFile none\nStrictModes no\n"
            "PasswordAuthentication no\nUsePAM no\nPermitRootLogin yes\n"
            "AllowTcpForwarding yes\nGatewayPorts no\n"
        )
        sshd = self._start(program("sshd"), "-D", "-e", "-f", str(config))
        self._until(lambda: listens(self.ssh_port), sshd)

    def _start_nginx(self):
        temporary = "".join(
            f"{kind}_temp_path {self._folder}/{kind};\n"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        config = self._folder / "nginx.conf"
        config.write_text(
            f"daemon off;\npid {self._folder}/nginx.pid;\nerror_log {self._folder}/error.log;\n"
            "events {}\nhttp {\naccess_log off;\n"
            f"{temporary}server {{\nlisten 127.0.0.1:{self.tls_port} ssl;\nserver_name {NAME};\n"
            f"ssl_certificate {self._folder}/front.pem;\n"
            f"ssl_certificate_key {self._folder}/front.key;\n"
            f"location / {{\nproxy_pass http://127.0.0.1:{self.inner};\n"
            "proxy_set_header Host $host;\n"
            "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;\n}\n"
            # Whom it takes a post for to come from, as if it stood on the internet.
            f"set_real_ip_from 127.0.0.1;\nreal_ip_header {CLIENT};\n}}\n}}\n"
        )
        nginx = self._start(
            program("nginx"), "-c", str(config), "-p", str(self._folder),
            "-e", str(self._folder / "error.log"),
        )  # fmt: skip
        self._until(lambda: listens(self.tls_port), nginx)

    def _start(self, *command):
        log = (self._folder / f"{Path(command[0]).name}.log").open("ab")
        with log:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self._running.append(process)
        return process

    def _until(self, true, process=None):
        pause, waited = threading.Event(), 0.0
        while not true():
            assert process is None or process.poll() is None, f"{process.args[0]} has ended"
            assert waited < WAIT_S, "it never came up"
            pause.wait(0.05)
            waited += 0.05
