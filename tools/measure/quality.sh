#!/bin/sh
# Measures the extraction and writes docs/quality.md. About ten minutes.
set -eu
cd "$(dirname "$0")/../.."

# The figures of a folder of annotated passages.
passages() {
    set -- "$1" "quality/$1/gold.jsonl" --docs "quality/$1/passages" --meta "quality/$1/meta.tsv" --seeds quality/seeds
    echo
    echo "## Passages: $1"
    shift
    echo
    echo "\`./vigie eval $*\`"
    echo
    echo '```'
    COLUMNS=110 ./vigie eval "$@" --lang en --quiet
    echo '```'
}

{
    cat tools/measure/quality-head.md
    echo '## Single sentences and the passages of development, never seen in training'
    echo
    echo '`./vigie train quality/training --lessons quality/development/lessons.tsv.gz --gold quality/development/gold.jsonl --docs quality/development/passages --meta quality/development/meta.tsv --seeds quality/seeds --check`'
    echo
    echo '```'
    COLUMNS=110 ./vigie train quality/training --lessons quality/development/lessons.tsv.gz \
        --gold quality/development/gold.jsonl --docs quality/development/passages --meta quality/development/meta.tsv --seeds quality/seeds --check --lang en --quiet
    echo '```'
    passages evaluation
    passages evaluation-2
    passages fresh
    passages notices
    passages typical
    passages denials
} >docs/quality.md.new
mv docs/quality.md.new docs/quality.md
