#!/bin/sh
# Measures the extraction and writes docs/quality.md. About twelve minutes.
set -eu
cd "$(dirname "$0")/../.."
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

# A section of its own for what a command prints: name, heading, command.
section() {
    name=$1 heading=$2
    shift 2
    {
        echo
        echo "## $heading"
        echo
        echo "\`$*\`"
        echo
        echo '```'
        COLUMNS=110 "$@"
        echo '```'
    } >"$made/$name"
}

passages() {
    section "$1" "Passages: $1" ./vigie eval "quality/$1/gold.jsonl" --docs "quality/$1/passages" --meta "quality/$1/meta.tsv" \
        --seeds quality/seeds --lang en --quiet
}

# A line of the table: what, name of the section. Shares in per cent, the other figures F1.
row() {
    awk -v what="$1" '
        function share(a, b) { return sprintf("%d of %d = %.1f %%", a, b, b ? 100 * a / b : 0) }
        /^By / { exit }
        /^[0-9,]+ passages/ { n = $1 }
        /^detection/ { d = $4 } /^end to end/ { e = $6 } /^amount/ { a = $4 } /^date/ { t = $4 } /^vendor/ { v = $4 } /^commune/ { c = $4 }
        /^Stage and modality/ { s = $NF }
        /^Passages without/ { split($0, part, ": "); split(part[2], w, " "); f = share(w[1], w[3]) }
        /^Forbidden/ { gsub(/[(,]/, ""); b = share($3, $4) }
        END { printf "| %s, %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n", what, n, d, e, s, v, c, a, t, f, b }' "$made/$2"
}

section kept-apart 'Nobody looked, kinds of the reference passages' tools/measure/kept-apart.sh
section firms 'Nobody looked, many firms without a vendor file' tools/measure/kept-apart.sh --firms
for set in evaluation evaluation-2 fresh notices typical denials; do
    passages "$set"
done
section sentences 'Single sentences and the passages of development, never seen in training' \
    ./vigie train quality/training --lessons quality/development/lessons.tsv.gz --gold quality/development/gold.jsonl \
    --docs quality/development/passages --meta quality/development/meta.tsv --seeds quality/seeds --check --lang en --quiet

{
    cat tools/measure/quality-head.md
    echo '| passages | detection | end to end | stage given detection | vendor | commune | amount | date | without analysis, one asserted | forbidden claims |'
    echo '|---|---|---|---|---|---|---|---|---|---|'
    echo '| *target* | *0.82* | *0.62* | *0.78* | *0.92* | *0.92* | *0.75* | *0.70* | *≤ 6 %* | *≤ 6 %* |'
    row '**nobody looked, kinds of the reference passages**' kept-apart
    row 'of these *evaluation*' evaluation
    row '**nobody looked, one firm in five without a vendor file**' firms
    row 'of these *evaluation-2*' evaluation-2
    row '*typical*, most looked at' typical
    row '*fresh*, most looked at' fresh
    row '*notices* in odd layouts, half looked at' notices
    row '*denials* and suppositions in twisted words, most looked at' denials
    echo
    cat tools/measure/quality-weak.md
    for part in kept-apart firms evaluation evaluation-2 fresh notices typical denials sentences; do
        cat "$made/$part"
    done
} >docs/quality.md.new
mv docs/quality.md.new docs/quality.md
