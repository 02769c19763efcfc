#!/usr/bin/python3
"""A window with nothing but a WebKitGTK view, for its driver: as narrow as a phone, light or dark.

WebKit's own MiniBrowser has a bar that makes it 447 px wide at least, keeps nothing, and asks a person
where to print to. This runs under the system's Python, which has GTK. SIGUSR1 prints to a PDF, as Print in a
browser's menu does: a driven view ignores what pages ask to print.
"""

import argparse
import os
import signal
from pathlib import Path
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

parser = argparse.ArgumentParser()
parser.add_argument("--profile", required=True, type=Path, help="the folder of what pages keep")
parser.add_argument("--width", required=True, type=int)
parser.add_argument("--height", required=True, type=int)
parser.add_argument("--dark", action="store_true")
options, _ = parser.parse_known_args()


def show_view(*_: object) -> Any:
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    settings = view.get_settings()
    settings.set_enable_developer_extras(True)
    settings.set_enable_write_console_messages_to_stdout(True)
    window = Gtk.Window(default_width=options.width, default_height=options.height)
    window.set_decorated(False)
    window.add(view)
    window.show_all()
    view.grab_focus()
    GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR1, print_page, view)
    return view


def print_page(view: Any) -> bool:
    paper, made = options.profile / "new.pdf", options.profile / "paper.pdf"
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, paper.as_uri())
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    setup = Gtk.PageSetup()
    setup.set_paper_size_and_default_margins(Gtk.PaperSize.new(Gtk.PAPER_NAME_A4))
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.set_page_setup(setup)
    operation.connect("finished", lambda _: paper.rename(made))
    operation.print_()
    return True


def start(_: object, session: Any) -> None:
    told = WebKit2.ApplicationInfo()
    told.set_name("MiniBrowser")  # what the driver looks for
    session.set_application_info(told)
    session.connect("create-web-view", show_view)


Gtk.init()
Gtk.Settings.get_default().set_property("gtk-application-prefer-dark-theme", options.dark)
(options.profile / "process").write_text(str(os.getpid()))
store = WebKit2.WebsiteDataManager(
    base_data_directory=str(options.profile), base_cache_directory=str(options.profile / "cache")
)
context = WebKit2.WebContext(website_data_manager=store)
context.set_automation_allowed(True)
context.connect("automation-started", start)
Gtk.main()
