"""What a screen reader is told of a page: the accessibility tree, as Chromium's developer tools give it."""

from collections.abc import Iterator

from playwright.sync_api import Page

NAMED = {"button", "checkbox", "combobox", "image", "img", "link", "listbox", "application", "slider", "spinbutton"}
NAMED |= {"textbox", "region", "navigation", "group", "progressbar", "article"}


def told(page: Page, selector: str = "body") -> Iterator[tuple[str, str]]:
    """(role, name) of everything below the elements that a selector finds, in order; what is ignored is left out."""
    tools = page.context.new_cdp_session(page)
    tools.send("Accessibility.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    for node in tools.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})["nodeIds"]:
        for one in tools.send("Accessibility.queryAXTree", {"nodeId": node})["nodes"]:
            if not one["ignored"]:
                yield one["role"]["value"], one.get("name", {}).get("value", "").strip()
    tools.detach()


def nameless(page: Page, selector: str = "body") -> list[str]:
    """Roles of what can be used or looked at and has no name."""
    return [role for role, name in told(page, selector) if role in NAMED and not name]
