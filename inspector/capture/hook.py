# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The script that is put into every document before its own scripts, to see who writes cookies.

It wraps the setter of ``document.cookie`` and the two writing methods of the Cookie Store API. A write goes through as
it is; the page's own code runs on whatever happens to ours. It hides from nobody: that a page is watched can be told by
looking at the setter, and reports say that automation is visible. Both engines put in the same text. What it calls it
took before the page could change it, and what it tells has no prototype that the page could change.

Specifications: html.spec.whatwg.org (``document.cookie``), cookiestore.spec.whatwg.org.
"""

from typing import Final

NAME: Final = "cookie-inspector://hook"
"""The name of the script, by which its own frames are told in a stack."""

LONGEST_TEXT: Final = 8192  # characters of one write that are told: twice what any browser stores
DEEPEST: Final = 30  # frames of a stack
MOST_READ_BACK: Final = 300  # writes of a document that are read back: each costs the page two looks

HOOK: Final = (
    r"""(tell) => {
  "use strict";
  const { apply, getOwnPropertyDescriptor, defineProperty } = Reflect;
  const E = Error, S = String, N = Number, now = Date.now, then = Promise.prototype.then;
  const { slice, trim, indexOf } = String.prototype;
  const part = (text, from, to) => apply(slice, text, [from, to]);
  const find = (text, what, from) => apply(indexOf, text, [what, from]);
  const cut = (value) => part(S(value), 0, LONGEST);
  const stack = () => {
    const limit = getOwnPropertyDescriptor(E, "stackTraceLimit");
    const prepare = getOwnPropertyDescriptor(E, "prepareStackTrace");
    try {
      if (prepare && prepare.configurable) delete E.prepareStackTrace;
      if (limit && limit.writable) E.stackTraceLimit = DEEPEST;
      return part(S(new E().stack || ""), 0, 20000);
    } catch { return ""; } finally {
      try {
        if (limit && limit.writable) E.stackTraceLimit = limit.value;
        if (prepare && prepare.configurable) defineProperty(E, "prepareStackTrace", prepare);
      } catch {}
    }
  };
  const href = () => { try { return S(location.href); } catch { return ""; } };
  const send = (api, at, seen, more) => {
    try { tell({ __proto__: null, api, at, url: href(), stack: seen, ...more }); } catch {}
  };

  const pair = (line) => {
    const end = find(line, ";", 0);
    const first = apply(trim, end < 0 ? line : part(line, 0, end), []);
    const mark = find(first, "=", 0);
    if (mark < 0) return first;
    return apply(trim, part(first, 0, mark), []) + "=" + apply(trim, part(first, mark + 1), []);
  };
  const count = (cookies, wanted) => {
    for (let at = 0, found = 0; ; ) {
      const end = find(cookies, "; ", at);
      if (part(cookies, at, end < 0 ? cookies.length : end) === wanted) found += 1;
      if (end < 0) return found;
      at = end + 2;
    }
  };

  const D = typeof Document === "undefined" ? undefined : Document.prototype;
  const own = D && getOwnPropertyDescriptor(D, "cookie");
  if (own && own.set && own.get && own.configurable) {
    const { get, set } = own;
    let looks = MOST;
    const held = (document, wanted) => {
      try { return looks > 0 ? count(apply(get, document, []), wanted) : -1; } catch { return -1; }
    };
    const wrapped = { set cookie(value) {
      let line = "", seen = "", wanted = "", before = -1, at = 0;
      try {
        at = now(); line = cut(value); seen = stack(); wanted = pair(line);
        before = held(this, wanted);
      } catch {}
      try { apply(set, this, [value]); } catch (error) {
        send("document.cookie", at, seen, { __proto__: null, line, settled: false, error: cut(error) });
        throw error;
      }
      const after = held(this, wanted);
      looks -= 1;
      send("document.cookie", at, seen, { __proto__: null, line, before, after });
    } };
    defineProperty(D, "cookie", { ...own, set: getOwnPropertyDescriptor(wrapped, "cookie").set });
  }

  const C = typeof CookieStore === "undefined" ? undefined : CookieStore.prototype;
  const plain = (first, second) => {
    const made = { __proto__: null };
    if (typeof first !== "object" || first === null) {
      made.name = cut(first); made.value = cut(second === undefined ? "" : second);
      return made;
    }
    const copy = (key) => {
      const value = first[key];
      if (value !== undefined && value !== null) made[key] = cut(value);
    };
    copy("name"); copy("value"); copy("domain"); copy("path"); copy("sameSite");
    if (first.partitioned !== undefined) made.partitioned = !!first.partitioned;
    if (first.expires !== undefined && first.expires !== null) made.expires = N(first.expires);
    if (first.maxAge !== undefined && first.maxAge !== null) made.maxAge = N(first.maxAge);
    return made;
  };
  const wrap = (name) => {
    const method = C && getOwnPropertyDescriptor(C, name);
    if (!method || typeof method.value !== "function" || !method.configurable) return;
    const original = method.value;
    const wrapper = { [name](...given) {
      let seen = "", asked = null, at = 0;
      try { at = now(); seen = stack(); asked = plain(given[0], given[1]); } catch {}
      const api = "cookieStore." + name;
      const done = apply(original, this, given);
      try {
        apply(then, done, [
          () => send(api, at, seen, { __proto__: null, asked, settled: true }),
          (error) => send(api, at, seen, { __proto__: null, asked, settled: false, error: cut(error) }),
        ]);
      } catch {}
      return done;
    } }[name];
    try { defineProperty(wrapper, "length", { value: original.length, configurable: true }); } catch {}
    defineProperty(C, name, { ...method, value: wrapper });
  };
  wrap("set"); wrap("delete");
}""".replace("LONGEST", str(LONGEST_TEXT))
    .replace("DEEPEST", str(DEEPEST))
    .replace("MOST", str(MOST_READ_BACK))
)

GPC: Final = r"""() => {
  const N = (typeof Navigator === "undefined" ? WorkerNavigator : Navigator).prototype;
  if (!("globalPrivacyControl" in N))
    Object.defineProperty(N, "globalPrivacyControl", { get: () => true, enumerable: true, configurable: true });
}"""
"""What a browser that sends ``Sec-GPC: 1`` also shows to scripts (globalprivacycontrol.github.io/gpc-spec)."""
