# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Questions to a page: expressions that change nothing (one scrolls). Answers are the page's word, to be checked."""

import json
from typing import Final

MOST_KEYS: Final = 2_000
LONGEST_KEY: Final = 300
MOST_LINKS: Final = 400

STORAGE: Final = """(() => {
  const keys = (name) => {
    try {
      const held = window[name], found = [];
      for (let at = 0; at < Math.min(held.length, MOST); at += 1) {
        const key = held.key(at);
        found.push([key.slice(0, LONGEST), (held.getItem(key) || "").length]);
      }
      return found;
    } catch { return null; }
  };
  return { origin: self.origin, local: keys("localStorage"), session: keys("sessionStorage") };
})()""".replace("MOST", str(MOST_KEYS)).replace("LONGEST", str(LONGEST_KEY))
"""The keys of a frame's storages with the length of what they hold; ``null`` where the frame may have none."""

LINKS: Final = (
    """[...document.links].slice(0, MOST).filter((link) => /^https?:/.test(link.protocol))
  .map((link) => [link.href.slice(0, 2000), (link.textContent || link.title || "").trim().slice(0, 200)])"""
).replace("MOST", str(MOST_LINKS))
"""Every link of the page: its address and its words."""


def visible_element(selector: str) -> str:
    """Return an expression for the middle of the first visible element of a selector, ``null`` where there is none.

    ``>>>`` goes from an element into its shadow root. The middle is in pixels of the frame's view.
    """
    return """((steps) => {
  let roots = [document];
  for (const step of steps.slice(0, -1))
    roots = roots.flatMap((root) => [...root.querySelectorAll(step)]).map((one) => one.shadowRoot).filter(Boolean);
  for (const root of roots)
    for (const one of root.querySelectorAll(steps[steps.length - 1])) {
      const style = getComputedStyle(one);
      if (style.visibility === "hidden" || style.display === "none" || one.disabled) continue;
      let box = one.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) continue;
      if (box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth) {
        one.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
        box = one.getBoundingClientRect();
      }
      return [box.left + box.width / 2, box.top + box.height / 2];
    }
  return null;
})(STEPS)""".replace("STEPS", json.dumps([step.strip() for step in selector.split(">>>")]))
