"""Values of every kind as they may come out of a file, for property tests."""

from typing import Any

from hypothesis import strategies as st

TEXTS = st.text() | st.sampled_from(
    [
        "ja",
        "Op Orde",
        "1.234",
        "2026-27",
        "11 juni 2026",
        "a <b.nl>",
        "[a](b.nl)",
        "x\x00",
        "- a\n- b",
    ]
)
RAW: st.SearchStrategy[Any] = st.recursive(
    TEXTS
    | st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.binary(max_size=3)
    | st.fixed_dictionaries({}, optional={"text": TEXTS, "url": TEXTS}),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)
