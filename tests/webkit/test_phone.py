"""What staff do with an iPhone, in the engine that every browser there has."""

import io
import zipfile
from pathlib import Path

from generator.adapters import folder
from generator.model.guidebook import Guidebook
from generator.model.playbook import StandardPlaybook
from generator.site import offline_zip
from generator.views import zip_file
from tests.browser.hosting import Host
from tests.browser.printing import Print
from tests.webkit.conftest import OpenPhone
from tests.webkit.phone import Phone

HOT = "when-it-gets-hot/shouting-customer/"
BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def is_dark(phone: Phone) -> bool:
    red = phone.ask(f"Number({BACKGROUND}.match(/\\d+/)[0])")
    return bool(red < 80)


def find_answers(phone: Phone, words: str) -> None:
    phone.tap("input[role=combobox]")
    phone.type("input[role=combobox]", words)
    phone.wait("document.querySelectorAll('[role=option]').length > 0")


def count_ticks(phone: Phone) -> int:
    return int(phone.ask("document.querySelectorAll('[data-item]:checked').length"))


def test_search(open_phone: OpenPhone) -> None:
    phone = open_phone()
    find_answers(phone, "he is shouting")
    phone.tap("[role=option]")
    phone.wait_for("h1", "Someone is shouting")
    phone.back()
    phone.wait("location.pathname === '/'")


def test_help_me_now_and_back(open_phone: OpenPhone, guidebook: Guidebook) -> None:
    assert guidebook.triage
    phone = open_phone("help-me-now/")
    phone.tap(".gb-reply", "No, everyone is safe")
    phone.wait("document.activeElement.closest('#question-trouble') !== null")
    phone.tap(".gb-reply", "Someone is angry")
    phone.tap(".gb-reply", "Shouting")
    phone.tap(".gb-step--now a", "Someone is shouting")
    phone.wait_for("h1", "Someone is shouting")
    phone.back()
    phone.wait("location.pathname === '/help-me-now/'")
    assert "Shouting" in phone.see(".gb-step h2")[0].text


def test_ticks_stay_and_can_be_had_again(open_phone: OpenPhone) -> None:
    phone = open_phone(HOT)
    phone.tap("[data-item]")
    assert count_ticks(phone) == 1
    phone.driver.refresh()
    phone.wait("document.querySelectorAll('[data-item]:checked').length === 1")
    phone.tap(".gb-check button", "Start again")
    assert count_ticks(phone) == 0
    phone.tap(".gb-check button", "Undo")
    assert count_ticks(phone) == 1


def test_phrases_are_copied_and_put_together(open_phone: OpenPhone, guidebook: Guidebook) -> None:
    shouting = guidebook.by_id["shouting-customer"]
    assert isinstance(shouting, StandardPlaybook)
    say = shouting.say[0].say
    phone = open_phone("words/")
    phone.tap("main a", "Someone is shouting")
    phone.tap(f"[aria-label='Add to the draft: “{say}”']")
    phone.tap("button", "Your draft")
    assert phone.ask("document.querySelector('textarea').value") == say
    phone.tap("button", "Copy the reply")
    phone.wait("document.querySelector('.gb-draft-told').textContent.startsWith('Copied')")


def test_dark_as_the_device_and_as_one_chooses(open_phone: OpenPhone) -> None:
    phone = open_phone(HOT, dark=True)
    assert is_dark(phone)
    phone.tap("button.gb-menu")
    phone.tap("#gb-menu button", "Settings")
    phone.tap("#gb-settings label", "light")
    assert not is_dark(phone)
    phone.open("words/")
    assert not is_dark(phone)


def test_the_menu_on_a_phone(open_phone: OpenPhone) -> None:
    phone = open_phone(HOT)
    assert phone.ask("innerWidth") == 360
    assert not phone.see("#gb-menu")
    phone.tap("button.gb-menu")
    assert phone.see("#gb-menu")
    assert phone.ask("document.documentElement.scrollWidth") == 360
    phone.tap("#gb-menu a", "Checklists")
    phone.wait_for("h1", "Checklists")


def test_without_a_network(open_phone: OpenPhone, site: Path) -> None:
    host = Host("our/guide/")
    host.files = folder.read_tree(site)
    phone = open_phone(host.address + HOT)
    phone.wait("navigator.serviceWorker.controller?.state === 'activated'")
    host.stop()
    phone.open(f"{host.address}words/")
    phone.wait_for("h1", "Words to use")
    find_answers(phone, "he is shouting")
    phone.tap("[role=option]")
    phone.wait_for("h1", "Someone is shouting")
    phone.open(f"{host.address}nowhere/")
    phone.wait_for("h1", "This page is not here")


def test_from_a_stick(open_phone: OpenPhone, site: Path, tmp_path: Path) -> None:
    files = zip_file.pack(offline_zip.make_files(folder.read_tree(site)))
    with zipfile.ZipFile(io.BytesIO(files)) as archive:
        archive.extractall(tmp_path)
    phone = open_phone((tmp_path / "Open the guidebook.html").as_uri())
    phone.wait("location.pathname.endsWith('/guidebook/index.html')")
    find_answers(phone, "he is shouting")
    phone.tap("[role=option]")
    phone.wait_for("h1", "Someone is shouting")
    phone.tap("[data-item]")
    assert count_ticks(phone) == 1


def test_on_paper_no_heading_is_left_behind(open_phone: OpenPhone, guidebook: Guidebook) -> None:
    playbook = guidebook.by_id["shouting-customer"]
    printed = Print(open_phone(HOT).print_page())
    assert len(printed.pages) == 2
    assert "Someone is shouting" in printed.pages[0]
    assert "Settings" not in printed.text
    for heading, first in (
        ("Check yourself", playbook.checklist.items[0].text),
        ("Don’t say", playbook.avoid[0].say),
    ):
        assert first
        (page,) = (one for one in printed.pages if first in one)
        assert heading in page
