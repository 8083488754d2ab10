#!/bin/sh
# From the start of `vigie serve` to its first answer: by the clock, and CPU of the thread that starts and of all (Linux).
#   tools/measure/serve.sh DATA_DIR [RUNS]      after: ./vigie demo
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
data=$1 runs=${2:-5}
out=$(mktemp)
trap 'rm -f "$out"' EXIT

now() { date +%s.%N; }
used() { awk -v tick="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); print ($12 + $13) / tick }' "$1"; }
start() {
    : >"$out"
    begin=$(now)
    "$root/vigie" serve --port 0 --quiet --data "$data" >"$out" &
    pid=$!
    while ! [ -s "$out" ]; do sleep 0.02; done
    curl -fsS -o /dev/null "$(head -n 1 "$out")"
    end=$(now)
}
stop() { kill "$pid"; wait "$pid" 2>/dev/null || true; }

start # makes the class cache in the background
sleep 45
stop
i=0
while [ "$i" -lt "$runs" ]; do
    start
    thread=0
    for task in /proc/"$pid"/task/*; do
        [ "$(cat "$task/comm")" != java ] || thread=$(awk "BEGIN { t = $(used "$task/stat"); if (t < $thread) t = $thread; print t }")
    done
    echo "$(awk "BEGIN { printf \"%.2f\", $end - $begin }") s by the clock, CPU $thread s of the main thread, $(used /proc/"$pid"/stat) s in all," \
        "$(sed -n 's/VmHWM:[[:space:]]*//p' /proc/"$pid"/status) at most"
    stop
    i=$((i + 1))
done
