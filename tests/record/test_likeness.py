from answerable.record.likeness import Likeness, contained, stems


def test_telling_words_only() -> None:
    assert stems("The Government should establish a national register by March 2024") == stems(
        "registers, nationally established"
    )


def test_the_nearest_wording() -> None:
    asks = {"lights": "Harbour lights should be lit at dusk", "pilots": "Every pilot should be examined each year"}
    nearest = Likeness(asks).nearest("a yearly examination of pilots")
    assert nearest is not None and nearest[0] == "pilots" and nearest[1] > 0.5
    assert Likeness(asks).nearest("the price of fish") is None


def test_contained() -> None:
    assert contained("It will open to the public", "The register will be open to the public by May") == 1.0
    assert contained("", "anything at all") == 0.0
