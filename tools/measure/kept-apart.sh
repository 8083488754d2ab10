#!/bin/sh
# Measures the extraction on passages of several hands whose errors nobody has looked at, together. About half a minute.
# Which they are, and why these: quality/README.md. With --firms: those in which many firms have no vendor file.
set -eu
cd "$(dirname "$0")/../.."
all=$(mktemp -d)
trap 'rm -rf "$all"' EXIT
mkdir "$all/passages"

# The passages of a folder whose ids begin so.
add() {
    grep -E "^\{\"id\": ?\"($2)" "quality/$1/gold.jsonl" >>"$all/gold.jsonl"
    grep -E "^($2)" "quality/$1/meta.tsv" >>"$all/meta.tsv"
    sed -nE "s/^\{\"id\": ?\"(($2)[^\"]*)\".*/\1/p" "quality/$1/gold.jsonl" | while read -r id; do
        cp "quality/$1/passages/$id.txt" "$all/passages/"
    done
}

if [ "${1:-}" = --firms ]; then
    add evaluation-2 '.'
    add fresh 'fu'
else
    add evaluation '.'
    add typical 'nb|ni|nn|nq|ns|nu'
fi
COLUMNS=110 ./vigie eval "$all/gold.jsonl" --docs "$all/passages" --meta "$all/meta.tsv" --seeds quality/seeds --lang en --quiet
