"""A real learning record store takes every statement and gives it back: ralph.py PROGRAM.

Ralph keeps statements in files, in a folder that goes away. It knows one account, and has to refuse another."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

program = sys.argv[1]
ralph = Path(sys.executable).parent / "ralph"


# As it comes, it makes its file anew with each write, and answers every write after the first with 500.
SERVE = """
import sys, uvicorn
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend
FSLRSBackend.default_operation_type = BaseOperationType.APPEND
uvicorn.run("ralph.api:app", host="127.0.0.1", port=int(sys.argv[1]), log_level="error")
"""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(port: int, server: subprocess.Popen) -> None:
    for _ in range(600):
        if server.poll() is not None:
            sys.exit(f"Ralph ended with {server.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    sys.exit("Ralph does not listen")


with tempfile.TemporaryDirectory() as folder:
    home = Path(folder)
    environment = {
        **os.environ,
        "RALPH_APP_DIR": folder,
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_AUTH_FILE": str(home / "auth.json"),
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": folder,
        "RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE": "statements.jsonl",
    }
    # The agent that stands behind the account, and what it may do.
    account = ["-u", "eighteen-days", "-p", "open sesame", "-s", "all"]
    agent = ["-M", "mailto:app@example.org", "-w"]
    subprocess.run([ralph, "auth", *account, *agent], check=True, env=environment, cwd=folder, capture_output=True)
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(port)],
        env=environment,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port, server)
        drain = [program, "drain", str(port), "eighteen-days"]
        wrong = subprocess.run([*drain, "wrong", "1.0.3"], capture_output=True, text=True)
        if wrong.returncode == 0 or "Credentials" not in wrong.stderr:
            sys.exit(f"a wrong password was not told: {wrong.stderr}")
        right = subprocess.run([*drain, "open sesame", "1.0.3"], capture_output=True, text=True)
        print(right.stdout.strip(), right.stderr.strip())
        sys.exit(right.returncode)
    finally:
        server.terminate()
        server.wait()
