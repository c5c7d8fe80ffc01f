# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The script that is put into every document before its own scripts, to see who writes cookies.

It wraps the setter of ``document.cookie`` and the two writing methods of the Cookie Store API. A write goes through as
it is; the page's own code runs on whatever happens to ours. It hides from nobody: that a page is watched can be told by
looking at the setter, and reports say that automation is visible. Both engines put in the same text.

Specifications: html.spec.whatwg.org (``document.cookie``), cookiestore.spec.whatwg.org.
"""

from typing import Final

NAME: Final = "cookie-inspector://hook"
"""The name of the script, by which its own frames are told in a stack."""

LONGEST_TEXT: Final = 8192  # characters of one write that are told: twice what any browser stores
DEEPEST: Final = 30  # frames of a stack

HOOK: Final = r"""(tell) => {
  "use strict";
  const { apply, getOwnPropertyDescriptor, defineProperty } = Reflect;
  const E = Error, S = String, slice = String.prototype.slice, split = String.prototype.split;
  const trim = String.prototype.trim, then = Promise.prototype.then, now = Date.now;
  const text = (value) => apply(slice, S(value), [0, LONGEST]);
  const stack = () => {
    const limit = getOwnPropertyDescriptor(E, "stackTraceLimit");
    const prepare = getOwnPropertyDescriptor(E, "prepareStackTrace");
    try {
      if (prepare && prepare.configurable) delete E.prepareStackTrace;
      if (limit && limit.writable) E.stackTraceLimit = DEEPEST;
      return apply(slice, S(new E().stack || ""), [0, 20000]);
    } catch { return ""; } finally {
      try {
        if (limit && limit.writable) E.stackTraceLimit = limit.value;
        if (prepare && prepare.configurable) defineProperty(E, "prepareStackTrace", prepare);
      } catch {}
    }
  };
  const href = () => { try { return S(location.href); } catch { return ""; } };
  const send = (record) => { try { tell({ at: now(), url: href(), ...record }); } catch {} };

  const pair = (line) => {
    const first = apply(trim, apply(split, line, [";", 1])[0], []);
    const mark = first.indexOf("=");
    return mark < 0 ? first : apply(trim, first.slice(0, mark), []) + "=" + apply(trim, first.slice(mark + 1), []);
  };
  const count = (cookies, wanted) => {
    let found = 0;
    for (const one of apply(split, cookies, ["; ", 20000])) if (one === wanted) found += 1;
    return found;
  };

  const D = typeof Document === "undefined" ? undefined : Document.prototype;
  const own = D && getOwnPropertyDescriptor(D, "cookie");
  if (own && own.set && own.get && own.configurable) {
    const { get, set } = own;
    const wrapped = { set cookie(value) {
      let line = "", before = -1, seen = "", wanted = "";
      try {
        line = text(value); seen = stack(); wanted = pair(line);
        before = count(apply(get, this, []), wanted);
      } catch {}
      try { apply(set, this, [value]); } catch (error) {
        send({ api: "document.cookie", line, settled: false, error: text(error), stack: seen });
        throw error;
      }
      let after = -1;
      try { if (before >= 0) after = count(apply(get, this, []), wanted); } catch {}
      send({ api: "document.cookie", line, before, after, stack: seen });
    } };
    defineProperty(D, "cookie", { ...own, set: getOwnPropertyDescriptor(wrapped, "cookie").set });
  }

  const C = typeof CookieStore === "undefined" ? undefined : CookieStore.prototype;
  const plain = (given) => {
    const [first, second] = given;
    if (typeof first !== "object" || first === null) return { name: text(first), value: text(second ?? "") };
    const made = {};
    for (const key of ["name", "value", "domain", "path", "sameSite"])
      if (first[key] !== undefined && first[key] !== null) made[key] = text(first[key]);
    if (first.partitioned !== undefined) made.partitioned = !!first.partitioned;
    if (first.expires !== undefined && first.expires !== null) made.expires = Number(first.expires);
    if (first.maxAge !== undefined && first.maxAge !== null) made.maxAge = Number(first.maxAge);
    return made;
  };
  for (const name of ["set", "delete"]) {
    const method = C && getOwnPropertyDescriptor(C, name);
    if (!method || typeof method.value !== "function" || !method.configurable) continue;
    const original = method.value;
    const wrapper = { [name](...given) {
      let seen = "", asked = {};
      try { seen = stack(); asked = plain(given); } catch {}
      const api = "cookieStore." + name, at = now();
      const done = apply(original, this, given);
      try {
        apply(then, done, [
          () => send({ at, api, asked, settled: true, stack: seen }),
          (error) => send({ at, api, asked, settled: false, error: text(error), stack: seen }),
        ]);
      } catch {}
      return done;
    } }[name];
    try { defineProperty(wrapper, "length", { value: original.length, configurable: true }); } catch {}
    defineProperty(C, name, { ...method, value: wrapper });
  }
}""".replace("LONGEST", str(LONGEST_TEXT)).replace("DEEPEST", str(DEEPEST))

GPC: Final = r"""() => {
  const N = (typeof Navigator === "undefined" ? WorkerNavigator : Navigator).prototype;
  if (!("globalPrivacyControl" in N))
    Object.defineProperty(N, "globalPrivacyControl", { get: () => true, enumerable: true, configurable: true });
}"""
"""What a browser that sends ``Sec-GPC: 1`` also shows to scripts (globalprivacycontrol.github.io/gpc-spec)."""
