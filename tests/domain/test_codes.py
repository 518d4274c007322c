from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from eventkit.domain.codes import ALPHABET, session_code

UUIDS = st.uuids()


def test_signs_that_look_alike_are_left_out() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 32
    assert not set(ALPHABET) & set("IO01")


@given(UUIDS)
def test_a_code_is_six_signs_and_the_same_each_time(uuid: UUID) -> None:
    code = session_code(uuid)
    assert len(code) == 6
    assert set(code) <= set(ALPHABET)
    assert session_code(uuid) == code


@given(UUIDS, st.integers(1, 20))
def test_a_code_that_is_taken_gives_another(uuid: UUID, times: int) -> None:
    taken: set[str] = set()
    for _ in range(times):
        taken.add(session_code(uuid, taken))
    assert len(taken) == times


def test_the_last_code_is_followed_by_the_first() -> None:
    assert session_code(UUID(int=2**30 - 1), {"999999"}) == "AAAAAA"
