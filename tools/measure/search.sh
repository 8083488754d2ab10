#!/bin/sh
# CPU of one `vigie search WORD` against that of a bare JVM which opens the same index and asks for the same term.
#   tools/measure/search.sh DATA_DIR WORD [RUNS]      after: ./vigie demo; mvn test-compile
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
data=$1 word=$2 runs=${3:-9}
lib=$root/cli/target/vigie-0.1.0/vigie-0.1.0/lib
java=${VIGIE_JAVA_HOME:-/usr}/bin/java

cpu() { # user + system seconds of the command, from the shell's own count of its children
    sh -c '"$@" >/dev/null 2>&1; times' measure "$@" | tail -n 1 |
        awk '{ split($1, u, /[ms]/); split($2, s, /[ms]/); print u[1] * 60 + u[2] + s[1] * 60 + s[2] }'
}
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

"$root/vigie" search "$word" --data "$data" >/dev/null # makes the class cache in the background
sleep 30
i=0
: >/tmp/vigie-measure-a.$$
: >/tmp/vigie-measure-b.$$
while [ "$i" -lt "$runs" ]; do
    cpu "$root/vigie" search "$word" --data "$data" >>/tmp/vigie-measure-a.$$
    cpu "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -cp "$root/reports/target/test-classes:$lib/*" \
        vigie.reports.query.BareSearch "$data/index" "$word" >>/tmp/vigie-measure-b.$$
    i=$((i + 1))
done
a=$(median </tmp/vigie-measure-a.$$)
b=$(median </tmp/vigie-measure-b.$$)
rm -f /tmp/vigie-measure-a.$$ /tmp/vigie-measure-b.$$
echo "vigie search: $a s CPU, bare JVM: $b s CPU, ratio $(awk "BEGIN { printf \"%.2f\", $a / $b }") (medians of $runs runs in turn)"
