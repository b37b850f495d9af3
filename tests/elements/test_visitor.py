"""`user` and `context`: what is known of whoever reads the page."""

from __future__ import annotations

import pytest
from sheet import Sheet

from nbapp.elements.visitor import context, user
from nbapp.errors import StreamlitAPIException, UserChangedError


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """No Hub."""
    monkeypatch.delenv("JUPYTERHUB_USER", raising=False)


def test_r169_without_a_hub_nobody_is_logged_in() -> None:
    """That much is always known."""
    assert user.is_logged_in is False
    assert user.to_dict() == dict(user) == {"is_logged_in": False}
    assert (len(user), user.get("name"), dict(user.tokens), dict(user["tokens"])) == (1, None, {}, {})
    assert repr(user) == "user({'is_logged_in': False})"


@pytest.mark.parametrize(
    ("name", "more"), [("ada", {}), ("ada@example.org", {"email": "ada@example.org"})], ids=["name", "address"]
)
def test_a_hub_tells_whose_server_it_is(monkeypatch: pytest.MonkeyPatch, name: str, more: dict[str, str]) -> None:
    """A name that is an address is the address, too."""
    monkeypatch.setenv("JUPYTERHUB_USER", name)
    assert user.to_dict() == {"is_logged_in": True, "name": name, **more}
    assert (user.name, user["name"]) == (name, name)


def test_r169_what_is_not_known_is_missing() -> None:
    """With the nearest name."""
    with pytest.raises(AttributeError, match=r"no `is_loged_in`.*Did you mean `is_logged_in`"):
        _ = user.is_loged_in
    with pytest.raises(KeyError, match="no `email`"):
        user["email"]
    assert not hasattr(user, "_repr_html_")


def test_r169_a_user_cannot_be_changed() -> None:
    """By key or as an attribute."""
    for change in (lambda: setattr(user, "name", "eve"), lambda: user.__setitem__("name", "eve")):
        with pytest.raises(UserChangedError, match="session_state") as caught:
            change()
        assert isinstance(caught.value, StreamlitAPIException)


def test_a_test_can_say_who_reads(sheet: Sheet) -> None:
    """In its session alone."""
    sheet.session.surroundings.user = {"email": "test@example.com"}
    assert sheet.play(lambda: (user.email, dict(user))) == ("test@example.com", {"email": "test@example.com"})
    assert "email" not in user


def test_r169_what_no_browser_has_said_is_none(sheet: Sheet) -> None:
    """In an app that nobody has opened, and outside of one."""

    def script() -> list[object]:
        told = [context.timezone, context.timezone_offset, context.locale, context.url, context.is_embedded]
        return [*told, context.theme.type, context.ip_address]

    assert script() == sheet.play(script) == [None] * 7


def test_r169_a_browser_tells(sheet: Sheet) -> None:
    """All of it by name."""
    sheet.session.surroundings.receive(
        {"timezone": "Europe/Zurich", "timezone_offset": -60, "locale": "de-CH", "theme": "dark", "embedded": True}
    )

    def script() -> tuple[object, ...]:
        return (context.timezone, context.timezone_offset, context.locale, context.theme.type, context.is_embedded)

    assert sheet.play(script) == ("Europe/Zurich", -60, "de-CH", "dark", True)
    assert sheet.play(lambda: (dict(context.theme), context.theme["type"])) == ({"type": "dark"}, "dark")
    assert "'Europe/Zurich'" in sheet.play(lambda: repr(context))


def test_r169_headers_and_cookies_are_empty_where_none_are_told() -> None:
    """A script that looks for one finds none."""
    assert (context.headers.get("Host"), context.cookies.to_dict(), context.headers.get_all("Host")) == (None, {}, [])
    for wrong in (lambda: context.headers["Host"], lambda: context.theme["color"]):
        with pytest.raises(KeyError):
            wrong()


def test_r169_headers_and_cookies_that_a_server_tells(sheet: Sheet) -> None:
    """Headers in any case, cookies as they are written."""
    sheet.session.surroundings.headers = {"X-User": "ada", "Cookie": 'lang=de; token="a=b"; odd'}

    def script() -> tuple[object, ...]:
        assert 3 not in context.headers
        return (context.headers["x-user"], "X-USER" in context.headers, context.cookies.to_dict(), len(context.headers))

    assert sheet.play(script) == ("ada", True, {"lang": "de", "token": "a=b"}, 2)
    assert sheet.play(lambda: (context.headers.get_all("X-User"), repr(context.cookies))) == (
        ["ada"],
        "{'lang': 'de', 'token': 'a=b'}",
    )


def test_a_context_cannot_be_changed() -> None:
    """It has no attribute that could be set."""
    with pytest.raises(AttributeError):
        context.locale = "de"  # type: ignore[misc]
