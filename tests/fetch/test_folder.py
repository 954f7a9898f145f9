import os
from pathlib import Path

import pytest

from answerable.errors import FetchError
from answerable.fetch import fetch, folder, is_address, walk


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.txt", ".git/config", "c/.hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [str(Path(name).relative_to(tmp_path)) for name in walk([str(tmp_path)])] == ["a/y.txt", "a/z.txt", "b.txt"]


def test_files_and_addresses_stay_as_they_are(tmp_path: Path) -> None:
    assert list(walk(["https://a.example/x", "nowhere.txt"])) == ["https://a.example/x", "nowhere.txt"]
    assert is_address("https://a.example") and not is_address("C:/a.txt") and not is_address("a/b.html")


def test_contents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"One")
    fetched = fetch(str(tmp_path / "a.txt"))
    assert (fetched.data, fetched.media_type) == (b"One", None)


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(FetchError, match=r"nowhere\.txt: no such file"):
        fetch("nowhere.txt")


def test_a_file_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "LARGEST", 1_000_000)
    with pytest.raises(FetchError, match="/dev/zero: more than 1 MB"):
        fetch("/dev/zero")


def test_a_name_that_cannot_be_kept_is_refused() -> None:
    with pytest.raises(FetchError, match="not UTF-8"):
        fetch(os.fsdecode(b"caf\xe9.txt"))


def test_a_folder_that_cannot_be_listed_is_named_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    (tmp_path / "shut").mkdir()
    (tmp_path / "z.txt").write_bytes(b"x")
    (tmp_path / "shut").chmod(0)
    try:
        found = [Path(name).name for name in walk([str(tmp_path)])]
    finally:
        (tmp_path / "shut").chmod(0o700)
    assert found == (["a.txt", "z.txt"] if os.geteuid() == 0 else ["a.txt", "shut", "z.txt"])  # root lists any folder
    with pytest.raises(FetchError, match="shut: is a directory"):
        fetch(str(tmp_path / "shut"))
