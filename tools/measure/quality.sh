#!/bin/sh
# Measures the extraction and writes docs/quality.md. About five minutes.
set -eu
cd "$(dirname "$0")/../.."
{
    cat tools/measure/quality-head.md
    echo '## Stage and modality of single sentences, never seen in training'
    echo
    echo '`./vigie train quality/training --check`'
    echo
    echo '```'
    ./vigie train quality/training --check --lang en
    echo '```'
    for set in evaluation development; do
        echo
        echo "## Passages: $set"
        echo
        echo "\`./vigie eval quality/$set/gold.jsonl --docs quality/$set/passages --meta quality/$set/meta.tsv --seeds quality/seeds\`"
        echo
        echo '```'
        COLUMNS=110 ./vigie eval "quality/$set/gold.jsonl" --docs "quality/$set/passages" --meta "quality/$set/meta.tsv" \
            --seeds quality/seeds --lang en --quiet
        echo '```'
    done
} >docs/quality.md.new
mv docs/quality.md.new docs/quality.md
