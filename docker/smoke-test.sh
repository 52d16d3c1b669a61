#!/usr/bin/env bash
# Starts the containers, sends one scam, one honest posting and one malformed record, and expects one warning and one
# reject. Ends with 0 if that is what comes out. Needs Docker with the compose plugin, and nothing else.
set -euo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
compose=(docker compose -f compose.yaml -p lurewatch-smoke)
wait_seconds=180

trap '"${compose[@]}" down --volumes --timeout 10 >/dev/null 2>&1' EXIT

# Keys and time of what a topic holds, one record a line; only what was committed.
records() {
  "${compose[@]}" exec -T kafka /opt/kafka/bin/kafka-console-consumer.sh --bootstrap-server kafka:19092 \
    --topic "$1" --from-beginning --isolation-level read_committed --timeout-ms 5000 \
    --formatter-property print.key=true --formatter-property print.value=false 2>/dev/null || true
}

"${compose[@]}" up --build --detach --wait

echo 'Waiting for the topics...'
for ((i = 0; i < wait_seconds; i += 3)); do
  topics="$("${compose[@]}" exec -T kafka /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:19092 --list || true)"
  grep -qx postings-rejected <<<"$topics" && break
  sleep 3
done

"${compose[@]}" exec -T kafka /opt/kafka/bin/kafka-console-producer.sh --bootstrap-server kafka:19092 --topic postings \
  <smoke-test.jsonl

echo 'Waiting for the warning and the reject...'
for ((i = 0; i < wait_seconds; i += 10)); do
  warnings="$(records warnings)"
  rejects="$(records postings-rejected)"
  [[ -n "$warnings" && -n "$rejects" ]] && break
  sleep 5
done

if [[ "$warnings" == 'smoke/scam' && "$(grep -c '' <<<"$rejects")" == 1 && -n "$rejects" ]]; then
  echo 'Good: one warning, one reject.'
else
  printf 'Not what was expected.\nwarnings:\n%s\nrejects:\n%s\n' "$warnings" "$rejects" >&2
  "${compose[@]}" logs --tail 100 >&2
  exit 1
fi
