import sqlite3
import stat
from pathlib import Path

import pytest

from api.accounts import (
    IDLE_S,
    MAX_FAILURES,
    MAX_FAILURES_OVERALL,
    SESSION_S,
    WINDOW_S,
    Accounts,
    new_password,
)
from ontology.errors import SignInError, TooManyAttemptsError, UsageError

PASSWORD = "correct horse battery"  # noqa: S105 - of an account that only this test has


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(tmp_path: Path, clock: Clock) -> Accounts:
    accounts = Accounts(tmp_path / "accounts.sqlite", clock=clock)
    accounts.set_password("redaktion", PASSWORD)
    return accounts


def fail(accounts: Accounts, address: str = "10.0.0.1") -> None:
    with pytest.raises(SignInError):
        accounts.sign_in("redaktion", "wrong password", address=address)


def test_the_right_password_opens_a_session_and_nothing_else_does(accounts: Accounts) -> None:
    key = accounts.sign_in("redaktion", PASSWORD, address="10.0.0.1")
    session = accounts.session(key)
    assert session is not None
    assert (session.name, session.role) == ("redaktion", "editor")
    assert accounts.session("another key") is None
    with pytest.raises(SignInError):
        accounts.sign_in("somebody", PASSWORD, address="10.0.0.1")


def test_the_file_is_its_owners_and_holds_neither_password_nor_key(
    accounts: Accounts, tmp_path: Path
) -> None:
    key = accounts.sign_in("redaktion", PASSWORD, address="10.0.0.1")
    path = tmp_path / "accounts.sqlite"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    content = path.read_bytes()
    assert key.encode() not in content
    assert PASSWORD.encode() not in content
    with sqlite3.connect(path) as file:
        (hashed,) = file.execute("SELECT hash FROM account").fetchone()
    file.close()
    assert hashed.startswith("$argon2id$")


@pytest.mark.parametrize("pause_s", [pytest.param(IDLE_S, id="idle"), SESSION_S])
def test_a_session_ends_by_itself(accounts: Accounts, clock: Clock, pause_s: int) -> None:
    key = accounts.sign_in("redaktion", PASSWORD, address="10.0.0.1")
    clock.now += pause_s + 1
    assert accounts.session(key) is None


def test_who_works_stays_signed_in_but_not_for_ever(accounts: Accounts, clock: Clock) -> None:
    key = accounts.sign_in("redaktion", PASSWORD, address="10.0.0.1")
    for _ in range(SESSION_S // IDLE_S):
        clock.now += IDLE_S - 60
        assert accounts.session(key) is not None
    clock.now += IDLE_S - 60
    assert accounts.session(key) is None


def test_signing_out_and_a_new_password_end_sessions(accounts: Accounts) -> None:
    one = accounts.sign_in("redaktion", PASSWORD, address="10.0.0.1")
    other = accounts.sign_in("redaktion", PASSWORD, address="10.0.0.2")
    accounts.sign_out(one)
    assert accounts.session(one) is None
    assert accounts.session(other) is not None
    accounts.set_password("redaktion", "another long password")
    assert accounts.session(other) is None
    fail(accounts)


def test_after_five_failures_an_address_waits_and_others_do_not(
    accounts: Accounts, clock: Clock
) -> None:
    for _ in range(MAX_FAILURES):
        fail(accounts)
    with pytest.raises(TooManyAttemptsError, match="try again in 901 seconds") as caught:
        accounts.sign_in("redaktion", PASSWORD, address="10.0.0.1")
    assert caught.value.wait_s == WINDOW_S + 1
    assert accounts.sign_in("redaktion", PASSWORD, address="10.0.0.2")
    clock.now += WINDOW_S + 1
    assert accounts.sign_in("redaktion", PASSWORD, address="10.0.0.1")


def test_many_addresses_together_are_braked_too(accounts: Accounts, clock: Clock) -> None:
    with sqlite3.connect(accounts._path) as file:  # noqa: SLF001 - fifty hashes take seconds
        rows = [(f"10.1.0.{number}", clock.now) for number in range(MAX_FAILURES_OVERALL)]
        file.executemany("INSERT INTO failure VALUES (?, ?)", rows)
    file.close()
    with pytest.raises(TooManyAttemptsError):
        accounts.sign_in("redaktion", PASSWORD, address="10.0.0.1")


def test_a_short_password_is_refused_and_a_made_one_is_long(accounts: Accounts) -> None:
    with pytest.raises(UsageError, match="expected 12 to 200"):
        accounts.set_password("redaktion", "kurz")
    made = {new_password() for _ in range(20)}
    assert len(made) == 20
    assert {len(one) for one in made} == {23}
