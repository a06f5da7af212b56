"""Whatever the program writes is the owner's alone to read, and holds no secret it need not."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from olark_inbox.base.log import start_logging, stop_logging
from olark_inbox.export import moving
from tests.receiver.conftest import Shop
from tests.reliability.posting import chat, form, post
from tests.store import harm

CUSTOMER = "Priya Raman of Spoke Street"


@pytest.fixture
def shop(tmp_path):
    old = os.umask(0)  # the worst a system may be set to
    opened = Shop(tmp_path / "shop")
    start_logging(opened.folders, to_stderr=False)
    yield opened
    stop_logging()
    opened.close()
    os.umask(old)


def everything(root):
    return [root, *root.rglob("*")]


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_folders_are_0700_and_files_0600_after_all_that_writes_files(shop, tmp_path):
    def send(n):
        return post(shop.port, shop.path, form(chat(f"p{n}", text=CUSTOMER)))

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(send, range(40))) == {200}
    made = shop.inbox.keeping.back_up().result(120)
    shop.inbox.keeping.restore(made.path).result(120)
    shop.settings.port = 9000
    shop.settings.new_secret()
    shop.receiver.stop()
    moving.pack(shop.inbox, shop.settings, shop.folders.root / "all.olarkinbox")
    modes = {
        str(path.relative_to(tmp_path)): oct(stat.S_IMODE(path.stat().st_mode))
        for path in everything(shop.folders.root)
        if stat.S_IMODE(path.stat().st_mode) != (0o700 if path.is_dir() else 0o600)
    }
    assert not modes


def test_the_log_holds_neither_a_customer_nor_the_secret(shop):
    secret = shop.settings.secret
    bodies = (
        form(chat("l1", text=CUSTOMER)),
        b"data=" + CUSTOMER.encode(),
        b'data={"kind":"Conversation","id":"' + CUSTOMER.encode() + b'","items":[{"b',
    )
    for body in bodies:
        post(shop.port, shop.path, body)
        post(shop.port, f"/olark/{secret}x", body)
        post(shop.port, f"{shop.path}?{secret}", body)
    shop.inbox.keeping.back_up().result(120)
    harm.fold_in(shop.folders.store)
    shop.receiver.stop()
    written = shop.folders.log.read_text("utf-8")
    assert written, "nothing was logged at all"
    assert secret not in written
    assert "Priya" not in written
