"""The main paths in real Chromium: light and dark, desktop and phone, with the keyboard alone, without script."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Literal

import pytest

from answerable.store import Store, writes_review
from answerable.store.queries import password_of
from answerable.store.search import Wanted, search_statements
from answerable.web.session import COOKIE, Sessions, hashed
from docs.screenshots import ARGS, CHROMIUM, WIDTHS, serving
from tests.web import ferry
from tests.web.test_pages import addresses

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: NO BROWSER TEST HAS RUN")
from playwright.sync_api import Browser, Page, expect, sync_playwright  # noqa: E402

if not Path(CHROMIUM).exists():
    warnings.warn(f"{CHROMIUM} is missing: NO BROWSER TEST HAS RUN (apt-get install chromium)", stacklevel=1)
    pytest.skip(f"{CHROMIUM} is missing: NO BROWSER TEST HAS RUN", allow_module_level=True)

AXE = (Path(__file__).parent / "vendor" / "axe.js").read_text("utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as p:
        started = p.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(store: Store) -> Iterator[str]:
    with serving(store, "Fiction: everybody in this record is invented.") as served:
        yield served


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    made = ferry.record(tmp_path / "own.db")
    writes_review.add_editor(made, "Edie", hashed("a long password"), now=datetime.now(UTC))
    yield made
    made.close()


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """A tab that fails the test when a page logs an error: a broken policy, a missing file."""
    context = browser.new_context(base_url=address)
    made = context.new_page()
    wrong: list[str] = []
    made.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    made.on("pageerror", lambda e: wrong.append(str(e)))
    yield made
    context.close()
    assert not wrong


def serious(tab: Page) -> list[object]:
    """What axe finds serious or critical on the page: the rule and the first places."""
    tab.evaluate(AXE)
    found = tab.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    return [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found if v["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_serious(
    browser: Browser, address: str, store: Store, width: str, scheme: Literal["light", "dark"]
) -> None:
    across, down = WIDTHS[width]
    context = browser.new_context(
        base_url=address, viewport={"width": across, "height": down}, color_scheme=scheme, bypass_csp=True
    )
    tab = context.new_page()
    for path in [*addresses(store), "/nothing", "/sign-in"]:
        tab.goto(path)
        assert not serious(tab), path
        wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{path} is {wide} pixels wider than a {width}"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_serious_where_editors_work(
    browser: Browser, own: Store, width: str, scheme: Literal["light", "dark"]
) -> None:
    across, down = WIDTHS[width]
    hit = search_statements(own, Wanted(words="hiding")).hits[0]
    assert hit.statement
    writes_review.ask_correction(own, hit.statement.id, "Ivo", "ivo@ferry.example", "Not so.", now=ferry.NOW)
    with serving(own) as served:
        context = browser.new_context(
            base_url=served, viewport={"width": across, "height": down}, color_scheme=scheme, bypass_csp=True
        )
        cookie = Sessions(writes_review.secret(own), partial(password_of, own)).cookie("Edie")
        context.add_cookies([{"name": COOKIE, "value": cookie, "url": served}])
        tab = context.new_page()
        for path in ("/review", f"/corrections/{hit.statement.id}?sent=1", f"/documents/{hit.document}"):
            tab.goto(path)
            assert not serious(tab), path
            wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{path} is {wide} pixels wider than a {width}"
        tab.goto("/review")
        tab.get_by_role("button", name="Confirm").first.click()
        expect(tab.get_by_role("status")).to_contain_text("Confirmed.")
        assert not serious(tab)
        tab.goto("/decisions")
        assert not serious(tab)
        context.close()


def test_on_a_phone_filters_are_closed_until_asked_for(browser: Browser, address: str) -> None:
    across, down = WIDTHS["phone"]
    for script in (True, False):
        context = browser.new_context(
            base_url=address, viewport={"width": across, "height": down}, java_script_enabled=script
        )
        tab = context.new_page()
        for path, inside in (("/search", "refused"), ("/matters", "in progress")):
            tab.goto(path)
            choice = tab.locator(".facets").get_by_role("link", name=inside, exact=True)
            expect(choice).to_be_hidden()
            expect(tab.locator("ol.entries li").first).to_be_in_viewport()
            tab.get_by_text("Narrow down", exact=True).focus()
            tab.keyboard.press("Enter")
            expect(choice).to_be_visible()
            choice.click()
            expect(tab.locator(".chosen-facets")).to_contain_text(inside)
            expect(choice).to_have_count(0)
            expect(tab.locator("ol.entries li").first).to_be_in_viewport()
        context.close()


def test_beside_a_list_filters_are_open(browser: Browser, address: str) -> None:
    for script in (True, False):
        context = browser.new_context(base_url=address, java_script_enabled=script)
        tab = context.new_page()
        tab.goto("/search")
        expect(tab.get_by_text("Narrow down", exact=True)).to_be_hidden()
        choice = tab.locator(".facets").get_by_role("link", name="refused", exact=True)
        expect(choice).to_be_visible()
        choice.focus()
        tab.keyboard.press("Enter")
        expect(tab.get_by_role("status")).to_contain_text("1 statement")
        context.close()


def test_filters_stay_open_while_words_are_typed(browser: Browser, address: str) -> None:
    across, down = WIDTHS["phone"]
    context = browser.new_context(base_url=address, viewport={"width": across, "height": down})
    tab = context.new_page()
    tab.goto("/search")
    tab.get_by_text("Narrow down", exact=True).click()
    tab.get_by_role("searchbox").press_sequentially("enough")
    expect(tab.get_by_role("status")).to_contain_text("1 statement")
    expect(tab.locator("details.narrow")).to_have_attribute("open", "")
    context.close()


def test_narrow_a_search_to_what_was_asked_for(tab: Page) -> None:
    tab.goto("/search?q=ferry")
    tab.get_by_text("Some answer says").click()
    tab.locator(".facets").get_by_role("link", name="accepted", exact=True).click()
    expect(tab.get_by_role("status")).to_contain_text("1 thing asked for")
    tab.get_by_role("link", name="recommendation 1").click()
    expect(tab.get_by_role("heading", name="Recommendation 1 of the Quill Inquiry")).to_be_visible()


def test_step_closer_to_the_timeline_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    tab = context.new_page()
    tab.goto("/timeline")
    steps = tab.get_by_role("navigation", name="Closer and further")
    steps.get_by_role("link", name="2025", exact=True).click()
    steps.get_by_role("link", name="May 2025", exact=True).click()
    expect(tab.get_by_role("status")).to_contain_text("6 moments")
    expect(tab.get_by_label("To")).to_have_value("2025-05-31")
    steps.get_by_role("link", name="Back to 2025").click()
    steps.get_by_role("link", name="All days").click()
    expect(tab.get_by_role("status")).to_contain_text("7 moments")
    context.close()


def test_spread_the_picture_of_the_timeline_by_keyboard(tab: Page) -> None:
    tab.emulate_media(reduced_motion="reduce")
    tab.goto("/timeline")
    picture, svg = tab.get_by_role("region", name="Picture of the timeline"), tab.locator("svg.line")
    before = svg.evaluate("e => e.clientWidth")
    picture.focus()
    tab.keyboard.press("+")
    tab.keyboard.press("+")
    spread = svg.evaluate("e => e.clientWidth")
    assert spread > 3 * before
    assert svg.locator("circle").first.evaluate("e => e.getBoundingClientRect().width") < 20  # dots keep their size
    tab.get_by_role("button", name="Further").click()
    assert before < svg.evaluate("e => e.clientWidth") < spread
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")  # the whole
    assert svg.evaluate("e => e.clientWidth") == before


def test_find_a_statement_and_open_it_at_its_pin(tab: Page) -> None:
    tab.goto("/")
    tab.get_by_role("searchbox").fill("hiding")
    tab.get_by_role("button", name="Search").click()
    expect(tab.locator("blockquote mark.hit").first).to_have_text("hiding")
    tab.locator("ol.entries a", has_text="Minister and pilots").first.click()
    expect(tab.locator("mark.chosen")).to_have_text("of hiding the ferry's safety record")
    expect(tab.locator("mark.chosen")).to_be_in_viewport()


def test_narrow_a_search_and_widen_it_again(tab: Page) -> None:
    tab.goto("/search")
    status = tab.get_by_role("status")
    expect(status).to_contain_text("6 statements")
    tab.locator(".facets a", has_text="refused").click()
    expect(status).to_contain_text("1 statement")
    tab.locator(".chosen-facets a").click()
    expect(status).to_contain_text("6 statements")


def test_everything_can_be_read_without_script(browser: Browser, address: str, store: Store) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    tab = context.new_page()
    for path in addresses(store):
        answer = tab.goto(path)
        assert answer and answer.ok, path
        expect(tab.locator("main")).to_be_visible()
    tab.goto("/search")
    tab.get_by_role("searchbox").fill("enough")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("status")).to_contain_text("1 statement")
    context.close()


def test_the_keyboard_is_enough(tab: Page) -> None:
    tab.goto("/documents")
    tab.keyboard.press("Tab")
    expect(tab.locator(".skip")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator("#main")).to_be_focused()
    tab.goto("/search")
    tab.keyboard.press("/")
    expect(tab.get_by_role("searchbox")).to_be_focused()
    tab.keyboard.type("hiding")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search?q=hiding")
    link = tab.locator("ol.entries a", has_text="Minister and pilots").first
    for _ in range(60):
        tab.keyboard.press("Tab")
        if link.evaluate("e => e === document.activeElement"):
            break
    tab.keyboard.press("Enter")
    expect(tab.locator("mark.chosen")).to_be_visible()


def test_follow_a_matter_from_ask_to_dispute(tab: Page) -> None:
    tab.goto("/inquiries")
    tab.get_by_role("link", name="Quill Inquiry").click()
    tab.locator(".recommendations").get_by_role("link", name="1", exact=True).click()
    expect(tab.get_by_role("heading", name="Recommendation 1 of the Quill Inquiry")).to_be_visible()
    for heading in ("Asked", "Answered", "Disputed", "Days that moved", "In order of day"):
        expect(tab.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    expect(tab.locator("main")).to_contain_text("The record takes no side")
    tab.locator(".pair a", has_text="Minister and pilots").first.click()
    expect(tab.locator("mark.chosen")).to_contain_text("none of her three recommendations")


def test_filter_the_recommendations_of_an_inquiry(tab: Page) -> None:
    tab.goto("/inquiries")
    tab.get_by_role("link", name="Quill Inquiry").click()
    rows = tab.locator(".recommendations tbody tr")
    expect(rows).to_have_count(3)
    tab.get_by_role("link", name="1 of 3 without any answer found").click()
    expect(rows).to_have_count(1)
    expect(tab.get_by_role("status")).to_contain_text("unanswered")
    tab.get_by_role("button", name="Show").click()
    expect(rows).to_have_count(1)  # whom it is asked of narrows it further
    tab.get_by_role("link", name="show all").click()
    tab.get_by_label("Addressee").select_option(label="Harbour Board (1)")
    tab.get_by_role("button", name="Show").click()
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("accepted in principle")


def test_sign_in_correct_see_it_change_and_undo_it(browser: Browser, own: Store) -> None:
    with serving(own) as served:
        tab = browser.new_context(base_url=served, bypass_csp=True).new_page()
        tab.goto("/review")
        tab.get_by_label("Name").fill("Edie")
        tab.get_by_label("Password").fill("a long password")
        tab.keyboard.press("Enter")
        expect(tab.get_by_role("heading", name="Review", exact=True)).to_be_visible()
        assert not serious(tab)
        entry = tab.locator("li", has_text="the vessel was sound").last
        entry.get_by_label("What was done").select_option("deny")
        entry.get_by_label("Reason").fill("she denied it")
        entry.get_by_role("button", name="Correct").click()
        expect(tab.get_by_role("status")).to_contain_text("Corrected.")
        tab.goto("/search?q=vessel")
        expect(tab.locator("ol.entries").first).to_contain_text("Mara Loxley denied")
        tab.goto("/decisions")
        expect(tab.locator("main")).to_contain_text("she denied it")
        tab.go_back()
        tab.go_back()
        tab.keyboard.press("u")
        expect(tab.get_by_role("status")).to_contain_text("Undid a decision.")
        tab.goto("/search?q=vessel")
        expect(tab.locator("ol.entries").first).not_to_contain_text("Mara Loxley denied")


def test_a_search_follows_what_is_typed(tab: Page) -> None:
    tab.goto("/search")
    expect(tab.get_by_role("status")).to_contain_text("6 statements")
    tab.get_by_role("searchbox").press_sequentially("hiding")
    expect(tab.get_by_role("status")).to_contain_text("1 statement")
    tab.wait_for_url("**/search?q=hiding")
    tab.locator("ol.entries a", has_text="Minister and pilots").first.click()
    expect(tab.locator("mark.chosen")).to_be_visible()


def test_follow_a_matter_to_its_dispute(tab: Page) -> None:
    tab.goto("/matters")
    tab.locator(".facets a", has_text="not started").click()
    expect(tab.get_by_role("status")).to_contain_text("1 thing asked for")
    tab.locator("ol.entries a", has_text="recommendation 1").click()
    tab.get_by_role("link", name="The dispute on a page of its own").first.click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("differ")
    expect(tab.locator(".pair .side")).to_have_count(2)


def test_on_a_phone_the_timeline_opens_at_its_latest_days(browser: Browser, address: str) -> None:
    across, down = WIDTHS["phone"]
    context = browser.new_context(base_url=address, viewport={"width": across, "height": down})
    tab = context.new_page()
    tab.goto("/timeline")
    picture = tab.get_by_role("region", name="Picture of the timeline")
    assert picture.evaluate("e => e.scrollLeft + e.clientWidth >= e.scrollWidth - 1 && e.scrollLeft > 0")
    expect(tab.get_by_label("Inquiry")).to_be_hidden()
    context.close()


def test_on_a_phone_every_name_in_the_picture_of_who_says_what_of_whom_is_in_sight(
    browser: Browser, address: str
) -> None:
    across, down = WIDTHS["phone"]
    context = browser.new_context(base_url=address, viewport={"width": across, "height": down})
    tab = context.new_page()
    tab.goto("/graph")
    expect(tab.locator("svg.graph.wide")).to_be_hidden()
    names = tab.locator("svg.graph.narrow text")
    assert names.count() > 1
    for place in [name.bounding_box() for name in names.all()]:
        assert place and place["x"] >= 0 and place["x"] + place["width"] <= across
    context.close()
