"""A WebKitGTK window of an exact size, with a profile folder, for WebKitWebDriver to drive.

MiniBrowser forgets everything when it is automated; this one keeps its data where it is told to.
"""

import json
import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

how = json.loads(sys.argv[1])

# What the page says on its console comes out of the web process, which inherits these.
log = os.open(how["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
os.dup2(log, 1)
os.dup2(log, 2)

desk = Gtk.Settings.get_default()
desk.props.gtk_application_prefer_dark_theme = how["dark"]
desk.props.gtk_enable_animations = not how["still"]

kept = WebKit2.WebsiteDataManager(base_data_directory=how["data"], base_cache_directory=how["data"] + "/cache")
context = WebKit2.WebContext(website_data_manager=kept)
context.set_automation_allowed(True)


def new_view(*_):
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    view.get_settings().props.enable_write_console_messages_to_stdout = True
    view.get_settings().props.default_font_size = how["font"]
    window = Gtk.Window(decorated=False)
    window.set_size_request(1, 1)
    window.set_default_size(how["width"], how["height"])
    window.add(view)
    view.connect("close", lambda _: window.destroy())
    view.connect("web-process-terminated", lambda _, why: print(f"WEBKIT ENDED: {why.value_nick}", flush=True))
    window.show_all()
    return view


def on_automation(_, session):
    info = WebKit2.ApplicationInfo()
    info.set_name("WebKitGTK")
    session.set_application_info(info)
    session.connect("create-web-view", new_view)


def on_download(_, download):
    def decide(download, name):
        download.set_destination(GLib.filename_to_uri(os.path.join(how["downloads"], name), None))
        return True

    download.connect("decide-destination", decide)


context.connect("automation-started", on_automation)
context.connect("download-started", on_download)
Gtk.main()
