from olark_inbox.tunnel.beside import keeping_address
from olark_inbox.tunnel.standing import STATE


def test_whoever_receives_keeps_the_address_beside_the_port(open_shop):
    shop = open_shop()
    shop.listen(companion=keeping_address(shop.inbox, shop.settings))
    shop.settings.own_address = f"http://127.0.0.1:{shop.port}"
    shop.settings.way = "own"
    found = shop.until(STATE, lambda found: found["status"] == "proven")
    assert found["address"] == shop.address
