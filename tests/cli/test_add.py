from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests import mixed_folder
from tests.cli.conftest import Run


def test_add_names_what_failed_and_keeps_the_rest(run: Run, tmp_path: Path) -> None:
    broken = mixed_folder.fill(tmp_path / "in")
    done = run("add", "in", "--workers", "2")
    assert done.returncode == 1
    assert done.stdout == f"10 new, {len(broken)} failed; in answerable.db\n"
    failed = [line.removeprefix("FAILED in/").split(":")[0] for line in done.stderr.splitlines() if "FAILED" in line]
    assert sorted(failed) == sorted(broken)

    again = run("add", "in", "--workers", "1")
    assert (again.returncode, again.stdout) == (1, f"10 present, {len(broken)} failed; in answerable.db\n")


def test_a_changed_text_is_a_new_version(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(mixed_folder.SAID)
    assert run("add", "a.txt", "--workers", "1").stdout.startswith("1 new, 0 failed")
    file.write_text(mixed_folder.SAID + " Then it rained.")
    assert run("add", "a.txt", "--workers", "1").stdout.startswith("1 new version, 0 failed")


def test_what_is_told_of_a_document_that_is_present_is_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada Hale said the survey was hidden. It rained.")
    assert run("add", "a.txt", "--workers", "1").stdout.startswith("1 new")
    told = run("add", "a.txt", "--published", "2031-04-01", "--workers", "1")
    assert told.stdout == "1 told anew, 0 failed; in answerable.db\n"
    (hit,) = json.loads(run("search", "rain", "--sentences", "--json").stdout)["hits"]
    assert hit["published"] == "2031-04-01"
    assert run("add", "a.txt", "--workers", "1").stdout == "1 present, 0 failed; in answerable.db\n"


def test_what_was_added_is_found_verified_and_rebuilt(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Ada Hale said the café survey was hidden. It rained.")
    options = ("--publisher", "Tarn Herald", "--published", "2031-04-01", "--medium", "news", "--workers", "1")
    assert run("add", "a.txt", *options).returncode == 0

    shown = run("search", "--sentences", "cafe surveys").stdout
    assert shown.splitlines()[0] == "2031-04-01 · a.txt"
    (hit,) = json.loads(run("search", "rain", "--sentences", "--json").stdout)["hits"]
    assert (hit["words"].strip(), hit["url"], hit["published"]) == ("It rained.", "a.txt", "2031-04-01")
    assert run("search", "o'neill AND \"").returncode == 0

    before = run("search", "survey", "--json").stdout
    assert run("rebuild", "--workers", "1").stdout == "1 documents rebuilt, 0 failed; in answerable.db\n"
    assert run("search", "survey", "--json").stdout == before

    assert run("verify", "--workers", "1").returncode == 0
    file.unlink()
    gone = run("verify", "--workers", "1")
    assert gone.returncode == 1
    assert "FAILED a.txt: no such file" in gone.stderr.lower().replace("failed", "FAILED")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A site that serves what is in `site/`."""
    (tmp_path / "site").mkdir()

    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_pages_of_a_feed_are_added_and_each_that_fails_is_named(run: Run, tmp_path: Path, site: str) -> None:
    items = "".join(f"<item><link>/{name}</link></item>" for name in ("one.html", "gone.html", "two.html", "feed.xml"))
    (tmp_path / "site" / "feed.xml").write_text(f'<rss version="2.0"><channel>{items}</channel></rss>')
    for name in ("one", "two"):
        said = f"<h1>Page {name}</h1><p>" + f"Ada Hale said the café survey of ferry {name} was hidden. " * 5
        (tmp_path / "site" / f"{name}.html").write_text(f"<html><body><article>{said}</article></body></html>")
    done = run("add", f"{site}/feed.xml", "--workers", "1")
    assert (done.returncode, done.stdout) == (1, "2 new, 2 failed; in answerable.db\n")
    assert f"FAILED {site}/gone.html: the server answers 404" in done.stderr
    assert f"FAILED {site}/feed.xml: " in done.stderr  # no feed within a feed
    again = run("add", f"{site}/feed.xml", "--workers", "1")
    assert again.stdout == "2 present, 2 failed; in answerable.db\n"
    (hit,) = json.loads(run("search", "ferry two", "--sentences", "--json", "--limit", "1").stdout)["hits"]
    assert hit["url"] == f"{site}/two.html"
