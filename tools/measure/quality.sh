#!/bin/sh
# Measures the extraction and writes docs/quality.md. About ten minutes.
set -eu
cd "$(dirname "$0")/../.."
{
    cat tools/measure/quality-head.md
    echo '## Single sentences and the passages of development, never seen in training'
    echo
    echo '`./vigie train quality/training --gold quality/development/gold.jsonl --docs quality/development/passages --meta quality/development/meta.tsv --seeds quality/seeds --check`'
    echo
    echo '```'
    COLUMNS=110 ./vigie train quality/training --gold quality/development/gold.jsonl --docs quality/development/passages \
        --meta quality/development/meta.tsv --seeds quality/seeds --check --lang en --quiet
    echo '```'
    echo
    echo '## Passages: evaluation'
    echo
    echo '`./vigie eval quality/evaluation/gold.jsonl --docs quality/evaluation/passages --meta quality/evaluation/meta.tsv --seeds quality/seeds`'
    echo
    echo '```'
    COLUMNS=110 ./vigie eval quality/evaluation/gold.jsonl --docs quality/evaluation/passages --meta quality/evaluation/meta.tsv \
        --seeds quality/seeds --lang en --quiet
    echo '```'
    echo
    echo '## Passages: evaluation-2'
    echo
    echo '`./vigie eval quality/evaluation-2/gold.jsonl --docs quality/evaluation-2/passages --meta quality/evaluation-2/meta.tsv --seeds quality/seeds`'
    echo
    echo '```'
    COLUMNS=110 ./vigie eval quality/evaluation-2/gold.jsonl --docs quality/evaluation-2/passages --meta quality/evaluation-2/meta.tsv \
        --seeds quality/seeds --lang en --quiet
    echo '```'
    echo
    echo '## Passages: fresh'
    echo
    echo '`./vigie eval quality/fresh/gold.jsonl --docs quality/fresh/passages --meta quality/fresh/meta.tsv --seeds quality/seeds`'
    echo
    echo '```'
    COLUMNS=110 ./vigie eval quality/fresh/gold.jsonl --docs quality/fresh/passages --meta quality/fresh/meta.tsv \
        --seeds quality/seeds --lang en --quiet
    echo '```'
} >docs/quality.md.new
mv docs/quality.md.new docs/quality.md
