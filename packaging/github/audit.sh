#!/usr/bin/env bash
# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
# Runs the audit of action.yml: its inputs are in AUDIT_*, lists have an item a line. Ends with the audit's exit code.
set -uo pipefail

arguments=()

# each OPTION TEXT: adds OPTION for each line of TEXT that is not empty.
each() {
    local line
    while IFS= read -r line; do
        line=${line%$'\r'}
        [ -z "$line" ] || arguments+=("$1=$line")
    done <<<"$2"
}

each --policy "${AUDIT_POLICY:-}"
each --declaration "${AUDIT_DECLARATION:-}"
each --cookies "${AUDIT_COOKIES:-}"
each --fail-on "${AUDIT_FAIL_ON:-}"
[ "${AUDIT_ONLY_THIS_SITE:-}" != true ] || arguments+=(--only-this-site)
arguments+=(--format=github)
[ -z "${AUDIT_SARIF:-}" ] || arguments+=("--format=sarif:$AUDIT_SARIF")
[ -z "${AUDIT_JUNIT:-}" ] || arguments+=("--format=junit:$AUDIT_JUNIT")
while IFS= read -r word; do
    word=${word%$'\r'}
    [ -z "$word" ] || arguments+=("$word")
done <<<"${AUDIT_OPTIONS:-}"
[ -z "${AUDIT_SITE:-}" ] || arguments+=(-- "$AUDIT_SITE")

code=0
cookie-inspector audit "${arguments[@]}" || code=$?
[ -z "${GITHUB_OUTPUT:-}" ] || echo "exit-code=$code" >>"$GITHUB_OUTPUT"
exit "$code"
