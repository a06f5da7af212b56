"""Shops for tests of the public address."""

import pytest

from tests.tunnel.makers import Shop


@pytest.fixture
def open_shop(tmp_path):
    """Open a shop; it is closed after the test."""
    shops = []

    def opens(name="shop"):
        shops.append(Shop(tmp_path / name))
        return shops[-1]

    yield opens
    for shop in shops:
        shop.close()


@pytest.fixture
def shop(open_shop):
    return open_shop().listen()
