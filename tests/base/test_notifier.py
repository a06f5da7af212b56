import threading

from olark_inbox.base.notifier import Notifier


def test_everybody_who_subscribed_is_woken_until_they_leave():
    notifier, calls = Notifier(), []
    leave = notifier.subscribe(lambda: calls.append("a"))
    notifier.subscribe(lambda: calls.append("b"))
    notifier.notify()
    leave()
    leave()
    notifier.notify()
    assert calls == ["a", "b", "b"]


def test_the_same_callback_twice_is_two_subscriptions():
    notifier, calls = Notifier(), []

    def callback():
        calls.append(1)

    leave = notifier.subscribe(callback)
    notifier.subscribe(callback)
    leave()
    notifier.notify()
    assert calls == [1]


def test_one_who_raises_is_logged_and_does_not_stop_the_others(expect_log):
    expect_log("a listener failed")
    notifier, calls = Notifier(), []

    def bad():
        raise ValueError

    notifier.subscribe(bad)
    notifier.subscribe(lambda: calls.append("woken"))
    notifier.notify()
    assert calls == ["woken"]


def test_one_may_leave_while_being_woken_from_another_thread():
    notifier, calls = Notifier(), []
    leave = notifier.subscribe(lambda: (calls.append(threading.current_thread().name), leave()))
    thread = threading.Thread(target=notifier.notify, name="writer")
    thread.start()
    thread.join()
    notifier.notify()
    assert calls == ["writer"]
